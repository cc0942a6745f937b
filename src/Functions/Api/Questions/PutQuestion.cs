using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Api.Questions;

/// <summary>Marks a row as questioned, or withdraws a question. Nothing is overwritten; repeating the request has no effect.</summary>
public sealed partial class PutQuestion(IIndexReader ledger, ILedgerPublisher publisher, TimeProvider time, ILogger<PutQuestion> log)
{
    [Function("PutQuestion")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/weeks/{week}/revisions/{revision}/questions")] HttpRequest request,
        string week,
        string revision)
    {
        var (body, problem) = await QuestionBody.Read(request);
        if (body is null) return problem!;
        var (asked, wrong) = body.Ask(time.GetUtcNow());
        if (asked is null) return wrong!;
        return await Put(request, week, revision, (day, number, stop) => publisher.Ask(day, number, asked, stop));
    }

    [Function("PutQuestionWithdrawal")]
    public async Task<IResult> RunForWithdrawal(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/weeks/{week}/revisions/{revision}/questions/{id}/withdrawn")] HttpRequest request,
        string week,
        string revision,
        string id)
    {
        var (body, problem) = await QuestionBody.Read(request);
        if (body is null) return problem!;
        var now = time.GetUtcNow();
        var (reason, dated, wrong) = body.Reasoned(now);
        if (reason is null) return wrong!;
        var withdrawal = new QuestionWithdrawal(id, reason, dated, now);
        return await Put(request, week, revision, (day, number, stop) => publisher.Withdraw(day, number, withdrawal, stop));
    }

    private async Task<IResult> Put(
        HttpRequest request, string week, string revision, Func<DateOnly, int, CancellationToken, Task<QuestionDecision>> put)
    {
        var query = new Query(request);
        var asked = query.Week(week);
        var number = query.Revision(revision);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        if ((asked ?? (await ledger.ReadCurrent(cancellation)).Latest?.Week) is not { } day) return Problems.WeekNotFound;
        return await put(day, number!.Value, cancellation) switch
        {
            QuestionDecision.Asked { Question: var question } => await Answer(question, cancellation),
            QuestionDecision.Withdrawn { Question: var question } => await Answer(question, cancellation),
            QuestionDecision.Unchanged { Question: var question } => await Answer(question, cancellation),
            QuestionDecision.NoSuchRow => Problems.RowNotFound,
            QuestionDecision.NoSuchQuestion => Problems.QuestionNotFound,
            _ => Problems.RevisionNotFound,
        };
    }

    private async Task<IResult> Answer(RowQuestion question, CancellationToken cancellation)
    {
        Recorded(question.Section, question.Row, question.Revision, question.Week, question.Withdrawn is not null);
        var revision = (await ledger.ReadCurrent(cancellation)).Revisions(question.Week).First(known => known.Number == question.Revision);
        return ApiResult.Json(QuestionRow.Of(question, revision), ApiJson.Web.QuestionRow) with { CacheControl = Caching.None };
    }

    [LoggerMessage(EventId = 1015, Level = LogLevel.Information, Message = "A question about the row {Row} ({Section}) of revision {Revision} of the week of {Week:yyyy-MM-dd} was recorded; withdrawn: {Withdrawn}")]
    private partial void Recorded(CorrectedSection section, int row, int revision, DateOnly week, bool withdrawn);
}
