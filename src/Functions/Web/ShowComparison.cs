using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Weeks;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>Two weeks side by side.</summary>
public sealed class ShowComparison(IIndexReader ledger, WeekQueries weeks, Site site)
{
    [Function("ShowComparison")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/{a}/compare/{b}")] HttpRequest request,
        string a,
        string b)
    {
        if (!ResourceRequest.TryRead(
            request, ResponseFormats.HtmlOnly, query => (A: query.Week(a, "a"), B: query.Week(b, "b")), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (view.InForce(asked.Target.A) is not { } first || view.InForce(asked.Target.B) is not { } second) return Problems.WeekNotFound;

        var comparison = await weeks.Compare(view, first, second, cancellation);
        var model = new ComparisonModel(comparison, [.. view.Weeks.Select(revision => revision.Week)]);
        return await site.Page<ComparisonPage, ComparisonModel>(request, asked.AsOf, view, model);
    }

    /// <summary>Leads from the form, whose weeks are parameters, to the page, whose weeks are in the path.</summary>
    [Function("CompareChosenWeeks")]
    public static IResult RunForForm([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/compare")] HttpRequest request)
    {
        var query = new Query(request);
        var (a, b, asOf) = (query.Day("a"), query.Day("b"), query.AsOf());
        if (query.Problem is { } problem) return problem;
        if (a is not { } first) return Problems.InvalidDay("a");
        if (b is not { } second) return Problems.InvalidDay("b");
        request.HttpContext.Response.Headers.CacheControl = Caching.Day;
        return Results.Redirect(new Pages.Layout.Links(asOf).Compare(first, second));
    }
}
