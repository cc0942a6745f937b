using System.Text;
using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Digests;

public static class DigestResult
{
    // The page may load only its own style sheet, regardless of the text that a report contributed.
    private static readonly string Policy =
        $"default-src 'none'; style-src '{DigestHtml.StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static ApiResult Of(Digest digest, ResponseFormat format) => format switch
    {
        ResponseFormat.Html => new ApiResult(Encoding.UTF8.GetBytes(DigestHtml.Render(digest)), format) { ContentSecurityPolicy = Policy },
        ResponseFormat.Text => new ApiResult(Encoding.UTF8.GetBytes(DigestText.Render(digest)), format),
        _ => ApiResult.Json(digest, ApiJson.Web.Digest),
    };
}
