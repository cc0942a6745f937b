using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The weeks that the ledger has, the newest first.</summary>
public sealed class GetWeeks(IIndexReader ledger)
{
    [Function("GetWeeks")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks")] HttpRequest request)
    {
        var query = new Query(request);
        var asOf = query.AsOf();
        var page = query.Page<DateOnly>("weeks", Days.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var view = await ledger.ReadView(asOf, request.HttpContext.RequestAborted);
        var rest = view.Weeks.Where(revision => page.After is null || revision.Week < page.After).Select(WeekRow.Of);
        var (rows, next) = page.Cut(rest, row => ReportingWeek.Name(row.Week));
        return ApiResult.List(format, new WeekList(rows, next), ApiJson.Web.WeekList, WeekList.Table).Of(view);
    }
}
