using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Functions.Api.Weeks;
using DetainerLedger.History;
using DetainerLedger.Pages.Weeks;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>All jurisdictions of a week, page by page. The page of the week has the first of them.</summary>
public sealed class ShowWeekPlaces(IIndexReader ledger, JurisdictionQueries jurisdictions, Site site)
{
    [Function("ShowWeekPlaces")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/{week}/jurisdictions")] HttpRequest request,
        string week)
    {
        if (!ListRequest.TryRead<DateOnly?, RowPosition>(
            request, "page of jurisdictions", RowPosition.TryParse, query => query.Week(week), out var asked, out var problem, ResponseFormats.HtmlOnly)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (RowPosition.Revisit(view, asked.Filter, asked.Page.After) is not { } revision) return Problems.WeekNotFound;

        var all = await jurisdictions.Week(view, revision, cancellation);
        var (rows, next) = asked.Page.CutRows(revision, all.Rows);
        return await site.Page<WeekPlacesPage, WeekPlacesModel>(request, asked.AsOf, view, new WeekPlacesModel(all, rows, next));
    }
}
