using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.About;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>What the site is, what its words mean, and what can't be known.</summary>
public sealed class ShowAbout(IIndexReader ledger, Site site)
{
    [Function("ShowAbout")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "about")] HttpRequest request)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.HtmlOnly, _ => true, out var asked, out var problem)) return problem;

        var view = await ledger.ReadView(asked.AsOf, request.HttpContext.RequestAborted);
        return await site.Page<AboutPage, AboutModel>(request, asked.AsOf, view, new AboutModel(WeekCoverage.Of(view)));
    }
}
