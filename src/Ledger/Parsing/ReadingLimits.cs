using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Parsing;

/// <summary>The limits of a file; above them, it is refused as <c>too-large</c>, except for <see cref="TextCharacters"/>.</summary>
public sealed record ReadingLimits
{
    /// <summary>In bytes; 50 MiB if left out.</summary>
    public long Bytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Pages of a PDF; the reports of 2017 have 23 to 35.</summary>
    [Range(1, 10_000)]
    public int Pages { get; init; } = 500;

    /// <summary>Rows of all sections together.</summary>
    [Range(1, 1_000_000)]
    public int Rows { get; init; } = 50_000;

    /// <summary>A notice of corrections, in bytes: the ledger stores it whole beside the weeks. The one of March 2017 has 1,447.</summary>
    [Range(1024, 1024 * 1024)]
    public int NoticeBytes { get; init; } = 256 * 1024;

    /// <summary>The total inflated size of the compressed parts of a file, in bytes; 64 MiB if left out.</summary>
    [Range(1024, 4L * 1024 * 1024 * 1024)]
    public long InflatedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The inflated size of one compressed part, in bytes; 16 MiB if left out. It is kept in memory as a whole.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int PartBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// The data that is parsed into values at once, in bytes: a page's content, a stream of objects, a map of characters, everything
    /// in a PDF outside of streams. 4 MiB if left out.
    /// The values take up to fifty times as much memory.
    /// </summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int ParsedBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Letters on one page of a PDF; a page of the reports of 2017 has some 1,400.</summary>
    [Range(1, 10_000_000)]
    public int PageLetters { get; init; } = 100_000;

    /// <summary>Operations that draw one page of a PDF, repeated ones each time.</summary>
    [Range(1, 100_000_000)]
    public int PageOperations { get; init; } = 500_000;

    /// <summary>The nesting depth of the values of a file; a report is four levels deep.</summary>
    [Range(16, 1000)]
    public int Nesting { get; init; } = 128;

    /// <summary>The text of all cells of a workbook or text file, in characters; the reports of 2017 have some 60,000.</summary>
    [Range(1, 256 * 1024 * 1024)]
    public int Characters { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Each of the texts that belong to no row, in characters: all notices together, the definition, the scope, all titles of
    /// sections. Longer texts are truncated, with a check. Those of 2017 have some 2,000.
    /// </summary>
    [Range(1000, 1024 * 1024)]
    public int TextCharacters { get; init; } = 32_000;

    /// <summary>The time limit for reading one file.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);
}
