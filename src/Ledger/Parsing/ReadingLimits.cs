namespace DetainerLedger.Parsing;

/// <summary>What a file may be at most; above, it is refused as <c>too-large</c>.</summary>
public sealed record ReadingLimits
{
    /// <summary>In bytes; 50 MiB if left out.</summary>
    public long Bytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Pages of a PDF; the reports of 2017 have 23 to 35.</summary>
    public int Pages { get; init; } = 500;

    /// <summary>Rows of all sections together.</summary>
    public int Rows { get; init; } = 50_000;

    /// <summary>A notice of corrections, in bytes: the ledger keeps it as a whole beside the weeks. The one of March 2017 has 1,447.</summary>
    public int NoticeBytes { get; init; } = 256 * 1024;

    /// <summary>What the compressed parts of a file may come to, in bytes; 256 MiB if left out.</summary>
    public long InflatedBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>How long the reading of one file may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);
}
