using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Functions.Api.Weeks;
using DetainerLedger.History;
using DetainerLedger.Pages.Weeks;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The editions of a week's report.</summary>
public sealed class ShowRevisions(IIndexReader ledger, WeekQueries weeks, Site site)
{
    // Each one on a page reads a report.
    private const int MostOnPage = 20;

    [Function("ShowRevisions")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/{week}/revisions")] HttpRequest request,
        string week)
    {
        if (!ListRequest.TryRead<DateOnly?, RevisionPosition>(
            request, "revisions", RevisionPosition.TryParse, query => query.Week(week), out var asked, out var problem, ResponseFormats.HtmlOnly)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (view.InForce(asked.Filter) is not { } inForce) return Problems.WeekNotFound;

        var known = view.Revisions(inForce.Week);
        var (pairs, next) = (asked.Page with { Limit = Math.Min(asked.Page.Limit, MostOnPage) }).Of(inForce.Week, known);
        var rows = await weeks.Revisions(view, pairs, cancellation);
        var model = new RevisionsModel(inForce.Period, [.. pairs.Zip(rows, (pair, row) => (pair.Revision, row))], known.Count, next);
        return await site.Page<RevisionsPage, RevisionsModel>(request, asked.AsOf, view, model);
    }
}
