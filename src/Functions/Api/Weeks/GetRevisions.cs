using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The revisions of a week, the one in force first, each with what it changed.</summary>
public sealed class GetRevisions(IIndexReader ledger, WeekQueries weeks)
{
    [Function("GetRevisions")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/weeks/{week}/revisions")] HttpRequest request,
        string week)
    {
        if (!ListRequest.TryRead<DateOnly?, RevisionPosition>(
            request, "revisions", RevisionPosition.TryParse, query => query.Week(week), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if ((asked.Page.After?.Week ?? view.InForce(asked.Filter)?.Week) is not { } day || view.Revisions(day) is not { Count: > 0 } known)
            return Problems.WeekNotFound;

        var (pairs, next) = asked.Page.Of(day, known);
        var rows = await weeks.Revisions(view, pairs, cancellation);
        return ApiResult.List(asked.Format, new RevisionList(day, rows, next), ApiJson.Web.RevisionList, RevisionList.Table).Of(view);
    }
}
