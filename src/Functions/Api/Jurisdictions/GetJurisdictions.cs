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
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/jurisdictions")] HttpRequest request)
    {
        if (!ListRequest.TryRead<JurisdictionFilter, IdPosition>(
            request,
            "jurisdictions",
            IdPosition.TryParse,
            query => new JurisdictionFilter(query.State(register), query.Kind(), query.Search(), query.Listed()),
            out var asked,
            out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var known = await jurisdictions.List(view, asked.Filter, cancellation);
        var (rows, next) = asked.Page.Of(known.Select(JurisdictionRow.Of), row => new IdPosition(row.Id));
        return ApiResult.List(asked.Format, new JurisdictionList(rows, next), ApiJson.Web.JurisdictionList, JurisdictionList.Table).Of(view);
    }
}
