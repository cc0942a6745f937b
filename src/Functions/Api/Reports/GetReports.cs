using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Ingest;
using DetainerLedger.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Reports;

/// <summary>All arrivals, newest first.</summary>
public sealed class GetReports(IArrivalStore arrivals)
{
    [Function("GetReports")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reports")] HttpRequest request)
    {
        var query = new Query(request);
        var page = query.Page<ArrivalId>("reports", ArrivalId.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var reports = await arrivals.ListArrivals(page.Limit, page.After, cancellation);
        var more = reports.Count == page.Limit && (await arrivals.ListArrivals(1, reports[^1].Id, cancellation)).Count > 0;
        var list = new ReportList([.. reports.Select(ReportEntry.Of)], more ? page.Next(reports[^1].Id.ToString()) : null);
        return ApiResult.List(format, list, ApiJson.Web.ReportList, ReportList.Table) with { CacheControl = Caching.Revalidated };
    }
}
