using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Watching.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Sources;

/// <summary>
/// Fetches mementos of a web archive for at most some seconds, and says how far it is; <c>eng/backfill</c> calls it until it is done.
/// Mementos that were fetched before are not fetched again.
/// </summary>
public sealed class PostBackfill(Backfill backfill)
{
    // Shorter than the time limit of an HTTP response in Azure, with time for the request that has begun.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    [Function("PostBackfill")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/backfill")] HttpRequest request)
    {
        var query = new Query(request);
        var timeMap = query.TimeMap();
        var match = query.Match();
        if (query.Problem is { } problem) return problem;

        var progress = await backfill.Continue(timeMap!, match!, Budget, request.HttpContext.RequestAborted);
        return ApiResult.Json(progress, ApiJson.Web.BackfillProgress) with { CacheControl = Caching.None };
    }
}
