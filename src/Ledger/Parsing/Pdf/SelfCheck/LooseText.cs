using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// Notices, the definition and the scope are sentences. Anything else can be part of a table's header, one of its rows, or
/// text in a page's margin.
/// </summary>
internal static class LooseText
{
    /// <param name="readAs">What the text was read as: <c>a notice</c>.</param>
    public static IEnumerable<TableDoubt> Question(string text, int page, string readAs)
    {
        if (Paragraphs.EndsSentence(text) || RowWords.IsNote(text)) yield break;
        yield return new TableDoubt(
            DoubtCodes.UnexpectedValue, $"{TableSelfCheck.Quote(text)} was read as {readAs} and is no whole sentence: it may belong to a table or to the margin of the page.", page);
    }
}
