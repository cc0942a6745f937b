using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Agencies;

/// <summary>The law enforcement agencies that the reports name, such as jails, with the number of their rows.</summary>
public sealed class GetAgencies(IIndexReader ledger, AgencyQueries agencies, JurisdictionRegister register)
{
    [Function("GetAgencies")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agencies")] HttpRequest request)
    {
        if (!ListRequest.TryRead<AgencyFilter, IdPosition>(
            request,
            "agencies",
            IdPosition.TryParse,
            query => new AgencyFilter(query.State(register), query.Search(), query.Jurisdiction(register)),
            out var asked,
            out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var known = await agencies.List(view, asked.Filter, cancellation);
        var (rows, next) = asked.Page.Of(known, agency => new IdPosition(agency.Id));
        return ApiResult.List(asked.Format, new AgencyList(rows, next), ApiJson.Web.AgencyList, AgencyList.Table).Of(view);
    }
}
