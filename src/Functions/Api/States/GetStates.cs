using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.States;

/// <summary>Every state in every week, newest week first.</summary>
public sealed class GetStates(IIndexReader ledger, JurisdictionQueries jurisdictions)
{
    [Function("GetStates")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/states")] HttpRequest request)
    {
        if (!ListRequest.TryRead<(DateOnly? From, DateOnly? To), StateWeekPosition>(
            request, "states", StateWeekPosition.TryParse, query => query.Range(), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var all = await jurisdictions.States(view, asked.Filter.From, asked.Filter.To, cancellation);
        var (rows, next) = asked.Page.Of(all, StateWeekPosition.Of);
        return ApiResult.List(asked.Format, new StateWeekList(rows, next), ApiJson.Web.StateWeekList, StateWeekList.Table).Of(view);
    }
}
