using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The jurisdictions that a week's report lists for a policy, in the order printed.</summary>
public sealed class GetListings(IIndexReader ledger, WeekQueries weeks, JurisdictionRegister register)
{
    [Function("GetListings")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/weeks/{week}/listings")] HttpRequest request,
        string week)
    {
        if (!ListRequest.TryRead<RowFilter, RowPosition>(
            request, "listings", RowPosition.TryParse, query => RowFilter.ReadState(query, week, register), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (RowPosition.Revisit(view, asked.Filter.Week, asked.Page.After) is not { } revision) return Problems.WeekNotFound;

        var all = await weeks.Listings(view, revision, cancellation);
        var (rows, next) = asked.Page.CutRows(revision, all.Where(row => asked.Filter.Takes(row.Jurisdiction)));
        var list = new ListingList(revision.Week, revision.Number, rows, next);
        return ApiResult.List(asked.Format, list, ApiJson.Web.ListingList, ListingList.Table).Of(view);
    }
}
