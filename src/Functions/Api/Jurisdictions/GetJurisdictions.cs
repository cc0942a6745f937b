using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Jurisdictions;

/// <summary>The jurisdictions that the reports name.</summary>
public sealed class GetJurisdictions(IIndexReader ledger, JurisdictionQueries jurisdictions, JurisdictionRegister register)
{
    [Function("GetJurisdictions")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "jurisdictions")] HttpRequest request)
    {
        var query = new Query(request);
        var asOf = query.AsOf();
        var filter = new JurisdictionFilter(query.State(register), query.Kind(), query.Search(), query.Listed());
        var page = query.Page<JurisdictionPosition>("jurisdictions", JurisdictionPosition.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf, cancellation);
        var known = await jurisdictions.List(view, filter, cancellation);
        var rest = known.Select(JurisdictionRow.Of).Where(row => page.After is not { } after || after.Precedes(row.Id));
        var (rows, next) = page.Cut(rest, row => row.Id);
        return ApiResult.List(format, new JurisdictionList(rows, next), ApiJson.Web.JurisdictionList, JurisdictionList.Table).Of(view);
    }
}
