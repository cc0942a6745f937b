using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Ingest;
using DetainerLedger.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Reports;

/// <summary>An arrival and its outcome.</summary>
public sealed class GetReport(IArrivalStore arrivals)
{
    [Function("GetReport")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reports/{id}")] HttpRequest request,
        string id)
    {
        var query = new Query(request);
        query.Format(ResponseFormats.JsonOnly);
        if (query.Problem is { } problem) return problem;

        return ArrivalId.TryParse(id, out var report) && await arrivals.FindArrival(report, request.HttpContext.RequestAborted) is { } arrival
            ? ApiResult.Json(ReportEntry.Of(arrival), ApiJson.Web.ReportEntry) with { CacheControl = Caching.Revalidated }
            : Problems.ReportNotFound;
    }
}
