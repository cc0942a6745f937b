using System.Text;
using DetainerLedger.Functions.Api;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>What search engines may fetch. The pages of the past say themselves that they are not to be indexed.</summary>
public sealed class GetRobots(PublicLinks links)
{
    [Function("GetRobots")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "robots.txt")] HttpRequest request) =>
        new ApiResult(Encoding.UTF8.GetBytes(Text(links.To(request, "/sitemap.xml"))), ResponseFormat.Text) { CacheControl = Caching.Day };

    private static string Text(string sitemap) => $"""
        User-agent: *
        Disallow: /api/
        Disallow: /search
        Sitemap: {sitemap}

        """;
}
