using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>Rereads the archived file of a revision with the current reader. Repeating the request has no effect.</summary>
public sealed partial class PutRevisionReading(IIndexReader ledger, Rereader rereader, ILogger<PutRevisionReading> log)
{
    [Function("PutRevisionReading")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/weeks/{week}/revisions/{revision}/reading")] HttpRequest request,
        string week,
        string revision)
    {
        var query = new Query(request);
        var asked = query.Week(week);
        var number = query.Revision(revision);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        if ((asked ?? (await ledger.ReadCurrent(cancellation)).Latest?.Week) is not { } firstDay) return Problems.WeekNotFound;
        if (await rereader.Reread(firstDay, number!.Value, cancellation) is not { } result) return Problems.RevisionNotFound;
        if (result.Failure is { } failure) ReaderFailed(result.Revision.Week, result.Revision.Number, failure);
        Reread(result.Revision.Week, result.Revision.Number, result.Outcome);
        return ApiResult.Json(RereadRow.Of(result), ApiJson.Web.RereadRow) with { CacheControl = Caching.None };
    }

    [LoggerMessage(EventId = 1011, Level = LogLevel.Information, Message = "Revision {Revision} of the week of {Week:yyyy-MM-dd} was read again: {Outcome}")]
    private partial void Reread(DateOnly week, int revision, RereadOutcome outcome);

    [LoggerMessage(EventId = 1012, Level = LogLevel.Error, Message = "The reader failed on the file of revision {Revision} of the week of {Week:yyyy-MM-dd}")]
    private partial void ReaderFailed(DateOnly week, int revision, Exception failure);
}

/// <summary>The result of rereading a revision's file.</summary>
/// <param name="Outcome"><c>current</c>, <c>same</c>, <c>reread</c> or <c>failed</c>.</param>
/// <param name="Reader">The version of the reader whose reading is in force; null if the file was read before versions were recorded.</param>
/// <param name="Code">The reason for a failure; null otherwise.</param>
/// <param name="Message">The reason for a failure in words; null otherwise.</param>
public sealed record RereadRow(DateOnly Week, int Revision, string Outcome, string? Reader, string? Code, string? Message)
{
    public static RereadRow Of(RereadResult result)
    {
        var failed = result.Outcome == RereadOutcome.Failed ? result.Revision.FailedReread : null;
        return new RereadRow(
            result.Revision.Week,
            result.Revision.Number,
            result.Outcome.ToString().ToLowerInvariant(),
            result.Revision.Reader,
            failed?.Code,
            failed?.Message);
    }
}
