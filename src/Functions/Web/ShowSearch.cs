using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Search;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>Places and agencies by name.</summary>
public sealed class ShowSearch(IIndexReader ledger, PlaceQueries places, AgencyQueries agencies, Site site)
{
    private const int MostNear = 8;

    [Function("ShowSearch")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "search")] HttpRequest request)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.HtmlOnly, query => query.Search(), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (asked.Target is not { } search) return await site.Page<SearchPage, SearchModel>(request, asked.AsOf, view, SearchModel.Empty);

        var text = request.Query["q"].ToString();
        var named = (await places.List(view, new PlaceFilter(null, null, search, null), cancellation)).ToList();
        var jails = (await agencies.List(view, new AgencyFilter(null, search, null), cancellation)).ToList();
        var nearest = named.Count == 0 && jails.Count == 0 ? await places.Nearest(view, text, MostNear, cancellation) : [];
        return await site.Page<SearchPage, SearchModel>(request, asked.AsOf, view, new SearchModel(text, named, jails, nearest));
    }
}
