using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The weekly summary.</summary>
public sealed class GetWeek(IIndexReader ledger, WeekQueries weeks)
{
    [Function("GetWeek")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/weeks/{week}")] HttpRequest request,
        string week)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.JsonOnly, query => query.Week(week), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (view.InForce(asked.Target) is not { } revision) return Problems.WeekNotFound;

        return ApiResult.Json(await weeks.Summary(view, revision, cancellation), ApiJson.Web.WeekSummary).Of(view);
    }
}
