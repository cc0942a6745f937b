using DetainerLedger.Reports;

namespace DetainerLedger.Parsing;

/// <summary>The result of reading a file: the facts, or a reason a person can act on. Bad input is expected, so it isn't an exception.</summary>
public abstract record Reading
{
    private Reading() { }

    /// <summary>A weekly report was read.</summary>
    /// <param name="Format"><c>pdf</c>, <c>json</c>, <c>xlsx</c> or <c>csv</c>.</param>
    /// <param name="Pages">Pages of a PDF; null for formats without pages.</param>
    /// <param name="Remarks">Checks raised by the parser itself, such as a place without a state.</param>
    public sealed record Report(WeeklyReport Facts, string Format, int? Pages, IReadOnlyList<Check> Remarks) : Reading;

    /// <summary>A notice of corrections was read.</summary>
    public sealed record Corrections(CorrectionNotice Notice, string Format, IReadOnlyList<Check> Remarks) : Reading;

    /// <summary>The file can't be read, or isn't a report.</summary>
    /// <param name="Format">As for a report, or null if the bytes don't show it.</param>
    public sealed record Refused(Refusal Refusal, string? Format) : Reading;
}

/// <summary>The reason why a file was refused.</summary>
/// <param name="Code">Stable; one of <see cref="RefusalCodes"/>.</param>
/// <param name="Message">A sentence for a person: the problem and what can be done.</param>
/// <param name="Page">The page or line of the problem, from 1.</param>
/// <param name="Field">The field that could not be read.</param>
public sealed record Refusal(string Code, string Message, int? Page = null, string? Field = null);

public static class RefusalCodes
{
    public const string NotAReport = "not-a-report";
    public const string UnsupportedFormat = "unsupported-format";
    public const string DamagedFile = "damaged-file";
    public const string EncryptedFile = "encrypted-file";
    public const string NoText = "no-text";
    public const string UnknownCharacters = "unknown-characters";
    public const string PeriodNotFound = "period-not-found";
    public const string NoRows = "no-rows";
    public const string ColumnNotFound = "column-not-found";
    public const string TooLarge = "too-large";
}
