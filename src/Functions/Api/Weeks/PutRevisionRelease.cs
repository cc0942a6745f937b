using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>Adds the release day to a revision whose file arrived without one.</summary>
public sealed class PutRevisionRelease(IIndexReader ledger, ILedgerPublisher publisher, TimeProvider time)
{
    [Function("PutRevisionRelease")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/weeks/{week}/revisions/{revision}/released")] HttpRequest request,
        string week,
        string revision)
    {
        var query = new Query(request);
        var asked = query.Week(week);
        var number = query.Revision(revision);
        var day = query.RequiredReleasedOn(time);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        if ((asked ?? (await ledger.ReadCurrent(cancellation)).Latest?.Week) is not { } firstDay) return Problems.WeekNotFound;
        var (decision, inForce) = await publisher.AddRelease(firstDay, number!.Value, day!.Value, cancellation);
        return decision switch
        {
            ReleaseDecision.Added { Revision: var dated } => RevisionRelease.ToResult(dated, inForce),
            ReleaseDecision.Unchanged { Revision: var dated } => RevisionRelease.ToResult(dated, inForce),
            ReleaseDecision.OtherDayKnown => Problems.ReleaseDayKnown,
            ReleaseDecision.AfterKnown => Problems.ReleasedAfterPublication,
            _ => Problems.RevisionNotFound,
        };
    }
}

/// <summary>A revision whose release day was added.</summary>
/// <param name="InForce">Whether the revision is in force now that it has a release day.</param>
public sealed record RevisionRelease(DateOnly Week, int Revision, DateOnly? ReleasedOn, bool InForce)
{
    public static ApiResult ToResult(Revision revision, bool inForce) =>
        ApiResult.Json(new RevisionRelease(revision.Week, revision.Number, revision.ReleasedOn, inForce), ApiJson.Web.RevisionRelease) with
        {
            CacheControl = Caching.None,
        };
}
