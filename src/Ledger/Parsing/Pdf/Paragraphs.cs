using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <param name="Page">The page on which it begins.</param>
internal sealed record Paragraph(string Text, int Page, bool IsBulleted);

/// <summary>Parts running text into paragraphs: by space, by bullets, and where a line ends early behind a full stop.</summary>
internal static class Paragraphs
{
    // Lines further apart than this, in parts of the size of the type, belong to different paragraphs.
    private const double LineSpacing = 1.75;

    // Totals and notices are sentences; a longer text is cut up rather than searched at length.
    private const int MostLines = 200;

    public static IReadOnlyList<Paragraph> Of(IReadOnlyList<TextLine> lines)
    {
        var paragraphs = new List<Paragraph>();
        var current = new List<TextLine>();
        foreach (var line in lines)
        {
            if (current.Count > 0 && (current.Count >= MostLines || StartsAnother(current, line, lines)))
            {
                Close();
                current = [];
            }

            current.Add(line);
        }

        if (current.Count > 0) Close();
        return paragraphs;

        void Close()
        {
            var isBulleted = CellReader.StartsWithBullet(current[0].Text);
            var texts = current.Select(line => line.Text).ToList();
            if (isBulleted) texts[0] = texts[0][1..];
            if (CellReader.Join(texts) is { } text) paragraphs.Add(new Paragraph(text, current[0].Page, isBulleted));
        }
    }

    /// <summary>Whether the line broke off only because the next word would not have fitted.</summary>
    public static bool IsFull(TextLine line, TextLine next, double rightMargin) =>
        line.Right + (0.2 * line.Size) + next.Words[0].Right - next.Words[0].Left > rightMargin - 1;

    private static bool StartsAnother(List<TextLine> current, TextLine next, IReadOnlyList<TextLine> all)
    {
        var last = current[^1];
        if (CellReader.StartsWithBullet(next.Text)) return true;
        if (last.Page != next.Page) return EndsSentence(last.Text);
        if (last.Baseline - next.Baseline > LineSpacing * Math.Max(last.Size, next.Size)) return true;
        return EndsSentence(last.Text) && !IsFull(last, next, all.Where(line => line.Page == last.Page).Max(line => line.Right));
    }

    private static bool EndsSentence(string text) => text.TrimEnd('”', '"', '’', ')', ' ') is { Length: > 0 } bare && bare[^1] is '.' or ':' or '!' or '?';
}
