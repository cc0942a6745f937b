using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>A possible misreading of a table.</summary>
/// <param name="Row">As in <see cref="SourceLocation.Row"/>; null if it doesn't concern a single row.</param>
internal sealed record TableDoubt(string Code, string Message, int Page, int? Row = null)
{
    public Check ToCheck(ArrivalId report) => new(Code, CheckSeverity.Warning, Message, new SourceLocation(report, Page, Row));
}

/// <summary>The codes of the checks that a PDF's self-check raises: see docs/formats.md.</summary>
internal static class DoubtCodes
{
    /// <summary>A row may hold text of another row, or of no row.</summary>
    public const string UncertainRow = "uncertain-row";

    /// <summary>A value is of another kind than its column.</summary>
    public const string UnexpectedValue = "unexpected-value";

    /// <summary>Text in a table is printed over other text.</summary>
    public const string OverprintedText = "overprinted-text";

    /// <summary>A word is broken at a hyphen that may or may not be part of the word.</summary>
    public const string BrokenWord = "broken-word";
}
