using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Jurisdictions;

/// <summary>Every registered state and county, and every other place that the reports name.</summary>
public sealed class GetPlaces(IIndexReader ledger, PlaceQueries places, JurisdictionRegister register)
{
    [Function("GetPlaces")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/places")] HttpRequest request)
    {
        if (!ListRequest.TryRead<PlaceFilter, IdPosition>(
            request,
            "places",
            IdPosition.TryParse,
            query => new PlaceFilter(query.State(register), query.Kind(), query.Search(), query.Listed()),
            out var asked,
            out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var known = await places.List(view, asked.Filter, cancellation);
        var (rows, next) = asked.Page.Of(known, place => new IdPosition(place.Jurisdiction.Id!));
        return ApiResult.List(asked.Format, new PlaceList([.. rows.Select(PlaceRow.Of)], next), ApiJson.Web.PlaceList, PlaceList.Table).Of(view);
    }
}
