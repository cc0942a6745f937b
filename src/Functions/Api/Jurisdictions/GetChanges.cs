using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Jurisdictions;

/// <summary>Every change of what the reports say of one place, newest first.</summary>
public sealed class GetChanges(IIndexReader ledger, PlaceQueries places, JurisdictionRegister register)
{
    [Function("GetChanges")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/jurisdictions/{id}/changes")] HttpRequest request,
        string id)
    {
        if (!ListRequest.TryRead<NoFilter, ChangePosition>(
            request, $"changes of {id}", ChangePosition.TryParse, NoFilter.Read, out var asked, out var problem)) return problem;
        if (JurisdictionNames.IdOf(register, id) is not { } jurisdiction) return Problems.JurisdictionNotFound("id");

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (await places.Changes(view, jurisdiction, cancellation) is not { } found) return Problems.JurisdictionNotFound("id");

        var (rows, next) = asked.Page.Of(found.Changes, ChangePosition.Of);
        return ApiResult.List(asked.Format, new ChangeList(found.Place, rows, next), ApiJson.Web.ChangeList, ChangeList.Table).Of(view);
    }
}
