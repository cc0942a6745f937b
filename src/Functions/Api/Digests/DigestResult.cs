using System.Text;
using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Digests;

public static class DigestResult
{
    // The page needs its own style sheet and nothing else, whatever a report may have smuggled into it.
    private static readonly string Policy =
        $"default-src 'none'; style-src '{DigestHtml.StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static ApiResult Of(StoredDigest digest, ResponseFormat format) => format switch
    {
        ResponseFormat.Html => new ApiResult(Encoding.UTF8.GetBytes(digest.Html), format) { ContentSecurityPolicy = Policy },
        ResponseFormat.Text => new ApiResult(Encoding.UTF8.GetBytes(digest.Text), format),
        _ => ApiResult.Json(digest.Digest, ApiJson.Web.Digest),
    };
}
