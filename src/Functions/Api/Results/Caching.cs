namespace DetainerLedger.Functions.Api.Results;

/// <summary>The values of <c>Cache-Control</c>.</summary>
public static class Caching
{
    /// <summary>For responses that change with the ledger: valid for as long as the index cache may be stale. Revalidation by entity tag is cheap.</summary>
    public const string Moving = "public, max-age=5";

    /// <summary>For responses that a client polls, such as an arrival that is being read.</summary>
    public const string Revalidated = "public, no-cache";

    /// <summary>For responses that change only with the app.</summary>
    public const string Day = "public, max-age=86400";

    /// <summary>For archived files, whose bytes never change.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    public const string None = "no-store";
}
