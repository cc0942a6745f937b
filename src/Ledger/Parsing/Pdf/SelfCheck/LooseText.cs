using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// Notices, the definition and the scope are sentences. Anything else can be part of a table's header, one of its rows, or
/// text in a page's margin.
/// </summary>
internal static class LooseText
{
    /// <param name="readAs">What the text was read as: <c>a notice</c>.</param>
    public static IEnumerable<TableDoubt> Question(Paragraph paragraph, string readAs)
    {
        if (paragraph.Doubt is { } doubt) yield return doubt;
        var text = paragraph.Text;
        if (paragraph.IsBulleted || Paragraphs.EndsSentence(text) || RowWords.IsNote(text)) yield break;
        yield return new TableDoubt(
            DoubtCodes.UnexpectedValue, $"{TableSelfCheck.Quote(text)} was read as {readAs} and is not a whole sentence: it may belong to a table or to the margin of the page.", paragraph.Page);
    }

    /// <summary>Few fonts have full-width characters: in a title, they may be invisible or printed over others.</summary>
    public static IEnumerable<TableDoubt> QuestionTitle(string title, int page)
    {
        if (CellReader.InUsualWidth(title) != title)
            yield return new TableDoubt(DoubtCodes.UnexpectedValue, $"{TableSelfCheck.Quote(title)} is a title with full-width characters, which many fonts lack: compare it with what the page shows.", page);
    }
}
