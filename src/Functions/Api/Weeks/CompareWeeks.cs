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
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/{a}/compare/{b}")] HttpRequest request,
        string a,
        string b)
    {
        var query = new Query(request);
        var (one, other) = (query.Week(a, "a"), query.Week(b, "b"));
        var asOf = query.AsOf();
        query.Format(ResponseFormats.JsonOnly);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf, cancellation);
        if (view.InForce(one) is not { } first) return Problems.WeekNotFound with { Parameter = "a" };
        if (view.InForce(other) is not { } second) return Problems.WeekNotFound with { Parameter = "b" };

        return ApiResult.Json(await weeks.Compare(view, first, second, cancellation), ApiJson.Web.WeekComparison).Of(view);
    }
}
