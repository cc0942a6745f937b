using System.Text;
using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Follow;

/// <summary>A page of subscriptions. It is never stored: it may show an address.</summary>
internal static class FollowResult
{
    private static readonly string Policy =
        $"default-src 'none'; style-src '{DigestHtml.StyleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static ApiResult Of(string page, int status = StatusCodes.Status200OK) => new(Encoding.UTF8.GetBytes(page), ResponseFormat.Html)
    {
        Status = status,
        CacheControl = Caching.None,
        ContentSecurityPolicy = Policy,
        Vary = "",
    };
}
