using DetainerLedger.Functions.Api.Answers;
using DetainerLedger.Functions.Api.Parameters;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The revisions of a week, the newest first, each with what it changed.</summary>
public sealed class GetRevisions(ILedger ledger)
{
    [Function("GetRevisions")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/{week}/revisions")] HttpRequest request,
        string week)
    {
        var query = new Query(request);
        var asked = query.Week(week);
        var asOf = query.AsOf();
        var page = query.Page<RevisionPosition>("revisions", RevisionPosition.TryParse);
        var format = query.Format(AnswerFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf, cancellation);
        if ((page.After?.Week ?? view.Standing(asked)?.Week) is not { } day || view.Revisions(day) is not { Count: > 0 } known)
            return Problems.WeekNotFound;

        var (pairs, next) = page.Cut(
            RevisionPair.NewestFirst(known).Where(pair => page.After is not { } after || after.Precedes(day, pair.Revision.Number)),
            pair => new RevisionPosition(day, pair.Revision.Number).ToString());
        var rows = await RevisionRow.Read(ledger, pairs, cancellation);
        return Answer.List(format, new RevisionList(day, rows, next), ApiJson.Answers.RevisionList, RevisionList.Table).Of(view);
    }
}
