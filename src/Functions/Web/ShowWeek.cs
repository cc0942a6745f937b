using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Weeks;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The page of a week, and the front page, which shows the latest.</summary>
public sealed class ShowWeek(IIndexReader ledger, WeekQueries weeks, TrendQueries trend, Site site)
{
    /// <summary>An empty route doesn't match the root, and neither does one without a parameter.</summary>
    [Function("ShowHome")]
    public async Task<IResult> RunForHome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{home:maxlength(0)?}")] HttpRequest request)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.HtmlOnly, _ => true, out var asked, out var problem)) return problem;

        var view = await ledger.ReadView(asked.AsOf, request.HttpContext.RequestAborted);
        return view.Latest is { } latest
            ? await site.Page<WeekPage, WeekModel>(request, asked.AsOf, view, (await Model(request, view, latest)) with { IsFront = true })
            : await site.Page<EmptyPage, EmptyLedger>(request, asked.AsOf, view, EmptyLedger.Instance);
    }

    [Function("ShowWeek")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/{week}")] HttpRequest request,
        string week)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.HtmlOnly, query => query.Week(week), out var asked, out var problem)) return problem;

        var view = await ledger.ReadView(asked.AsOf, request.HttpContext.RequestAborted);
        if (view.InForce(asked.Target) is not { } revision) return Problems.WeekNotFound;

        return await site.Page<WeekPage, WeekModel>(request, asked.AsOf, view, await Model(request, view, revision));
    }

    private async Task<WeekModel> Model(HttpRequest request, LedgerView view, Revision revision)
    {
        var (current, previous) = await weeks.ReportWithPrevious(view, revision, request.HttpContext.RequestAborted);
        return WeekModel.Of(view, current, previous) with { Trend = await trend.Totals(view, request.HttpContext.RequestAborted) };
    }
}
