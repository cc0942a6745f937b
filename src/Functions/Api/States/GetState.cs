using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.States;

/// <summary>What the reports state about one state: its jurisdictions, and each week's numbers.</summary>
public sealed class GetState(IIndexReader ledger, JurisdictionQueries jurisdictions, JurisdictionRegister register)
{
    [Function("GetState")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/states/{state}")] HttpRequest request,
        string state)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.OfLists, query => query.State(register, state), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var history = await jurisdictions.State(view, asked.Target!, cancellation);
        return ApiResult.List(asked.Format, StatePage.Of(history), ApiJson.Web.StatePage, StatePage.Table).Of(view);
    }
}
