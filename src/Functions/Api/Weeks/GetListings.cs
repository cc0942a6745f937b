using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The jurisdictions that a week's report lists for a policy, in its order.</summary>
public sealed class GetListings(IReportReader ledger, JurisdictionRegister register)
{
    [Function("GetListings")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/{week}/listings")] HttpRequest request,
        string week)
    {
        var query = new Query(request);
        var asked = query.Week(week);
        var asOf = query.AsOf();
        var state = query.State(register);
        var page = query.Page<RowPosition>("listings", RowPosition.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf, cancellation);
        if (RowPosition.Revisit(view, asked, page.After) is not { } revision) return Problems.WeekNotFound;

        var report = (await ledger.ReadReport(revision, cancellation)).Report;
        var (rows, next) = page.CutRows(revision, report.Listings.Where(row => state is null || row.Jurisdiction.State == state));
        var list = new ListingList(revision.Week, revision.Number, rows, next);
        return ApiResult.List(format, list, ApiJson.Web.ListingList, ListingList.Table).Of(view);
    }
}
