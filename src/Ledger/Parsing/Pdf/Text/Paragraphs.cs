using DetainerLedger.Parsing.Pdf.SelfCheck;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <param name="Page">The page on which it begins.</param>
/// <param name="Doubt">A word broken at the end of a line whose spelling isn't known; null if there is none.</param>
internal sealed record Paragraph(string Text, int Page, bool IsBulleted, TableDoubt? Doubt);

/// <summary>Splits running text into paragraphs: by spacing, by bullets, and where a line ends early after a full stop.</summary>
internal sealed class Paragraphs
{
    // How much larger the distance between two paragraphs is than that of the lines within one. If no line continues, relative to the font size.
    private const double FurtherApart = 1.2;
    private const double LineSpacing = 1.75;

    // Totals and notices are sentences; a longer text is split rather than searched at length.
    private const int MostLines = 200;

    private readonly IReadOnlyList<TextLine> _lines;
    private readonly HyphenatedWords _words;
    private readonly Dictionary<int, double> _rightMargins;

    // The distance from a line to the line that continues it; null if no line continues: then the line of each sentence is a paragraph.
    private readonly double? _leading;

    private Paragraphs(IReadOnlyList<TextLine> lines, HyphenatedWords words, IReadOnlyList<TextLine> context)
    {
        (_lines, _words) = (lines, words);
        _rightMargins = lines.GroupBy(line => line.Page).ToDictionary(page => page.Key, page => page.Max(line => line.Right));
        _leading = context.Zip(context.Skip(1)).Where(pair => _rightMargins.ContainsKey(pair.First.Page)).Where(pair => RunsOn(pair.First, pair.Second)).Select(pair => (double?)Space(pair.First, pair.Second)).Min();
    }

    /// <param name="context">More lines of the same text, whose spacing also shows how it is set.</param>
    public static IReadOnlyList<Paragraph> Of(IReadOnlyList<TextLine> lines, HyphenatedWords words, IReadOnlyList<TextLine>? context = null) =>
        new Paragraphs(lines, words, context ?? lines).Split();

    /// <summary>Whether the line ended only because the next word would not have fitted.</summary>
    public static bool IsFull(TextLine line, TextLine next, double rightMargin) =>
        line.Right + (0.2 * line.Size) + next.Words[0].Right - next.Words[0].Left > rightMargin - 1;

    private List<Paragraph> Split()
    {
        var paragraphs = new List<Paragraph>();
        for (var start = 0; start < _lines.Count;)
        {
            var end = start + 1;
            while (end < _lines.Count && end - start < MostLines && !StartsAnother(_lines[end - 1], _lines[end])) end++;
            var isBulleted = CellReader.StartsWithBullet(_lines[start].Text);
            var texts = _lines.Skip(start).Take(end - start).Select(line => line.Text).ToList();
            if (isBulleted) texts[0] = texts[0][1..];
            var doubt = _words.In(texts, _lines[start].Page);
            _words.RestoreHyphens(texts);
            if (CellReader.Join(texts) is { } text) paragraphs.Add(new Paragraph(text, _lines[start].Page, isBulleted, doubt));
            start = end;
        }

        return paragraphs;
    }

    private bool StartsAnother(TextLine last, TextLine next)
    {
        if (CellReader.StartsWithBullet(next.Text)) return true;
        if (last.Page != next.Page) return EndsSentence(last.Text);
        var widest = _leading is { } leading ? (FurtherApart * leading) + 0.5 : LineSpacing * Math.Max(last.Size, next.Size);
        if (Space(last, next) > widest) return true;
        return EndsSentence(last.Text) && (_leading is null || !IsFull(last, next, _rightMargins[last.Page]));
    }

    private bool RunsOn(TextLine line, TextLine next) =>
        line.Page == next.Page && Math.Abs(line.Size - next.Size) < 0.5 && Space(line, next) > 0.9 * line.Size
        && !EndsSentence(line.Text) && !CellReader.StartsWithBullet(next.Text) && IsFull(line, next, _rightMargins[line.Page]);

    private static double Space(TextLine line, TextLine next) => line.Baseline - next.Baseline;

    public static bool EndsSentence(string text) => text.TrimEnd('”', '"', '’', ')', ' ') is { Length: > 0 } bare && bare[^1] is '.' or ':' or '!' or '?';
}
