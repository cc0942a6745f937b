using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Functions.Api;

/// <summary>Bound to the section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>
    /// The base URL of absolute links, such as <c>https://ledger.example.org</c>, for an app behind a gateway or a custom domain.
    /// If empty, links use the scheme and host of the request.
    /// </summary>
    [RegularExpression("https?://[A-Za-z0-9.:-]+")]
    public string PublicUrl { get; set; } = "";

    /// <summary>The size of the response cache, in MiB; 0 turns it off.</summary>
    [Range(0, 4096)]
    public int CachedAnswersMebibytes { get; set; } = 16;
}
