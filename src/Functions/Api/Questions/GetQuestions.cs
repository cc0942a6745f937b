using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Questions;

/// <summary>The questions about the rows of one revision, withdrawn ones included, ordered by id.</summary>
public sealed class GetQuestions(IIndexReader ledger)
{
    [Function("GetQuestions")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/weeks/{week}/revisions/{revision}/questions")] HttpRequest request,
        string week,
        string revision)
    {
        if (!ListRequest.TryRead<(DateOnly? Week, int? Revision), IdPosition>(
            request,
            $"questions of {revision}",
            IdPosition.TryParse,
            query => (query.Week(week), query.Revision(revision)),
            out var asked,
            out var problem)) return problem;

        var view = await ledger.ReadView(asked.AsOf, request.HttpContext.RequestAborted);
        if (view.InForce(asked.Filter.Week) is not { } inForce) return Problems.WeekNotFound;
        if (view.Revisions(inForce.Week).FirstOrDefault(known => known.Number == asked.Filter.Revision) is not { } known) return Problems.RevisionNotFound;

        var all = view.Questions.All
            .Where(question => question.Week == known.Week && question.Revision == known.Number)
            .OrderBy(question => question.Id, StringComparer.Ordinal);
        var (questions, next) = asked.Page.Of(all, question => new IdPosition(question.Id));
        var list = new QuestionList(known.Week, known.Number, [.. questions.Select(question => QuestionRow.Of(question, known))], next);
        return ApiResult.List(asked.Format, list, ApiJson.Web.QuestionList, QuestionList.Table).Of(view);
    }
}
