using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Weeks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The list of weeks.</summary>
public sealed class ShowWeeks(IIndexReader ledger, Site site)
{
    [Function("ShowWeeks")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks")] HttpRequest request)
    {
        if (!ListRequest.TryRead<NoFilter, DayPosition>(
            request, "weeks", DayPosition.TryParse, NoFilter.Read, out var asked, out var problem, ResponseFormats.HtmlOnly)) return problem;

        var view = await ledger.ReadView(asked.AsOf, request.HttpContext.RequestAborted);
        var (weeks, next) = asked.Page.Of(view.Weeks, revision => new DayPosition(revision.Week));
        var model = new WeekListModel(weeks, WeekCoverage.Of(view), [.. view.Weeks.Select(revision => revision.Week)], next);
        return await site.Page<WeekListPage, WeekListModel>(request, asked.AsOf, view, model);
    }
}
