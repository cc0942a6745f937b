namespace DetainerLedger.Functions.Api.Results;

/// <summary>The values of <c>Cache-Control</c>.</summary>
public static class Caching
{
    /// <summary>For what moves with the ledger: as long as the ledger itself may lag behind. After that, the tag makes it cheap.</summary>
    public const string Moving = "public, max-age=5";

    /// <summary>For what somebody waits on, as an arrival that is being read.</summary>
    public const string Revalidated = "public, no-cache";

    /// <summary>For what changes with the app only.</summary>
    public const string Day = "public, max-age=86400";

    /// <summary>For a kept file: its bytes never change.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    public const string None = "no-store";
}
