using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Watching;
using DetainerLedger.Watching;
using DetainerLedger.Watching.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>What is watched, since when, and what changed there.</summary>
public sealed class ShowSources(SourceList sources, ICaptureStore captures, IIndexReader ledger, Site site)
{
    [Function("ShowSources")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sources")] HttpRequest request)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.HtmlOnly, _ => true, out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var model = SourcesModel.Of(sources.Sources, await captures.ListSources(cancellation), view);
        // It changes without the ledger.
        return (await site.Page<SourcesPage, SourcesModel>(request, asked.AsOf, view, model)) with { IndexVersion = null, CacheControl = Caching.Revalidated };
    }
}
