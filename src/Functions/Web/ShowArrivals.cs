using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Pages.Arrivals;
using DetainerLedger.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The files that arrived, and what became of them.</summary>
public sealed class ShowArrivals(IIndexReader ledger, IArrivalStore arrivals, Site site)
{
    [Function("ShowArrivals")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "arrivals")] HttpRequest request)
    {
        if (!ListRequest.TryRead<NoFilter, ArrivalId>(
            request, "arrivals", ArrivalId.TryParse, NoFilter.Read, out var asked, out var problem, ResponseFormats.HtmlOnly)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var after = asked.Page.After ?? (asked.AsOf is { } moment ? ArrivalId.LastAt(moment) : null);
        var found = await arrivals.ListArrivals(asked.Page.Limit, after, cancellation);
        var more = found.Count == asked.Page.Limit && (await arrivals.ListArrivals(1, found[^1].Id, cancellation)).Count > 0;
        var model = new ArrivalsModel(found, more ? asked.Page.Next(found[^1].Id.ToString()) : null);
        // It changes without the ledger.
        return (await site.Page<ArrivalsPage, ArrivalsModel>(request, asked.AsOf, view, model)) with { IndexVersion = null, CacheControl = Caching.Revalidated };
    }
}
