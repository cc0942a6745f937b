using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>Two weeks side by side.</summary>
public sealed class CompareWeeks(IIndexReader ledger, WeekQueries weeks)
{
    [Function("CompareWeeks")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/weeks/{a}/compare/{b}")] HttpRequest request,
        string a,
        string b)
    {
        if (!ResourceRequest.TryRead(
            request, ResponseFormats.JsonOnly, query => (A: query.Week(a, "a"), B: query.Week(b, "b")), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (view.InForce(asked.Target.A) is not { } first) return Problems.WeekNotFound with { Parameter = "a" };
        if (view.InForce(asked.Target.B) is not { } second) return Problems.WeekNotFound with { Parameter = "b" };

        return ApiResult.Json(await weeks.Compare(view, first, second, cancellation), ApiJson.Web.WeekComparison).Of(view);
    }
}
