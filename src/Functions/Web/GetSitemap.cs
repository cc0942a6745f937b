using System.Xml;
using System.Xml.Linq;
using DetainerLedger.Functions.Api;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The addresses of the pages of the present. It is not cached: it names the host of the request.</summary>
public sealed class GetSitemap(IIndexReader ledger, JurisdictionQueries jurisdictions, AgencyQueries agencies, JurisdictionRegister register, PublicLinks links)
{
    // The limit of the protocol (sitemaps.org).
    private const int MostAddresses = 50_000;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Pages = ["/", "/weeks", "/states", "/corrections", "/digests", "/arrivals", "/sources", "/about"];

    [Function("GetSitemap")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sitemap.xml")] HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf: null, cancellation);
        var known = await jurisdictions.List(view, new JurisdictionFilter(null, null, null, null), cancellation);
        var jails = await agencies.List(view, new AgencyFilter(null, null, null), cancellation);
        var present = new Links(null);
        var paths = Pages
            .Concat(view.Weeks.Select(revision => present.Week(revision.Week)))
            .Concat(register.States.Select(state => present.State(state.Code)))
            .Concat(known.Select(place => present.Jurisdiction(place.Jurisdiction.Id!)))
            .Concat(jails.Select(agency => present.Agency(agency.Id)));
        var map = new XElement(
            Sitemap + "urlset",
            paths.Take(MostAddresses).Select(path => new XElement(Sitemap + "url", new XElement(Sitemap + "loc", links.To(request, path)))));

        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes)) map.Save(xml);
        return new ApiResult(bytes.ToArray(), ResponseFormat.Xml) { StaleFor = view.StaleFor };
    }
}
