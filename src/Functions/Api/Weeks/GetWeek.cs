using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The weekly summary.</summary>
public sealed class GetWeek(ILedger ledger)
{
    [Function("GetWeek")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/{week}")] HttpRequest request,
        string week)
    {
        var query = new Query(request);
        var asked = query.Week(week);
        var asOf = query.AsOf();
        query.Format(ResponseFormats.JsonOnly);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf, cancellation);
        if (view.InForce(asked) is not { } revision) return Problems.WeekNotFound;

        var before = view.Before(revision.Week);
        var reports = await Task.WhenAll(new[] { revision, before }.OfType<Revision>().Select(of => ledger.ReadReport(of, cancellation)));
        return ApiResult.Json(WeekSummaries.Of(view, reports[0], reports.ElementAtOrDefault(1)), ApiJson.Web.WeekSummary).Of(view);
    }
}
