using System.Text;
using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Answers;

namespace DetainerLedger.Functions.Api.Digests;

public static class DigestAnswer
{
    // The page needs its own style sheet and nothing else, whatever a report may have smuggled into it.
    private static readonly string Policy =
        $"default-src 'none'; style-src '{DigestHtml.StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static Answer Of(StoredDigest digest, AnswerFormat format) => format switch
    {
        AnswerFormat.Html => new Answer(Encoding.UTF8.GetBytes(digest.Html), format) { ContentSecurityPolicy = Policy },
        AnswerFormat.Text => new Answer(Encoding.UTF8.GetBytes(digest.Text), format),
        _ => Answer.Json(digest.Digest, ApiJson.Answers.Digest),
    };
}
