using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.States;

/// <summary>What the reports say of one state: its jurisdictions, and each week's numbers.</summary>
public sealed class GetState(IIndexReader ledger, JurisdictionQueries jurisdictions, JurisdictionRegister register)
{
    [Function("GetState")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "states/{state}")] HttpRequest request,
        string state)
    {
        var query = new Query(request);
        var asked = query.State(register, state);
        var asOf = query.AsOf();
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf, cancellation);
        var history = await jurisdictions.State(view, asked!, cancellation);
        return ApiResult.List(format, StatePage.Of(history), ApiJson.Web.StatePage, StatePage.Table).Of(view);
    }
}
