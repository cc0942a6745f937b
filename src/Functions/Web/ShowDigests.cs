using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Digests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The digests, and each in the site's frame. Composing one doesn't change the ledger, so the pages are not cached.</summary>
public sealed class ShowDigests(IIndexReader ledger, DigestQueries digests, Site site)
{
    [Function("ShowDigests")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests")] HttpRequest request)
    {
        if (!ListRequest.TryRead<NoFilter, RevisionPosition>(
            request, "digests", RevisionPosition.TryParse, NoFilter.Read, out var asked, out var problem, ResponseFormats.HtmlOnly)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var all = await digests.List(asked.AsOf, cancellation);
        var (rows, next) = asked.Page.Of(all, digest => new RevisionPosition(digest.Week, digest.Revision));
        return (await site.Page<DigestsPage, DigestsModel>(request, asked.AsOf, view, new DigestsModel(rows, next))) with { IndexVersion = null };
    }

    [Function("ShowDigest")]
    public async Task<IResult> RunForOne(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests/{week}")] HttpRequest request,
        string week)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.HtmlOnly, query => query.Week(week), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (await digests.Find(asked.Target, asked.AsOf, cancellation) is not { } digest) return Problems.DigestNotFound;
        return (await site.Page<DigestPage, Digest>(request, asked.AsOf, view, digest)) with { IndexVersion = null };
    }
}
