using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Functions.Api;

/// <summary>Bound to the section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>
    /// What absolute links begin with, as <c>https://ledger.example.org</c>, where something stands before the app that it
    /// is to be reached through. As the request names the app if empty.
    /// </summary>
    [RegularExpression("https?://[A-Za-z0-9.:-]+")]
    public string PublicUrl { get; set; } = "";

    /// <summary>How much of the answers is kept in memory until the ledger changes, in MiB; 0 keeps none.</summary>
    [Range(0, 4096)]
    public int CachedAnswersMebibytes { get; set; } = 32;
}
