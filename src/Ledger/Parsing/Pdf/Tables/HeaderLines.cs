using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Finds the lines of a page that are likely to be a table's header.</summary>
internal static class HeaderLines
{
    private const int MostGroups = 6;
    private const int MostGroupLines = 2;

    // Relative to the font size.
    private const double NextLine = 2.6;
    private const double GroupAbove = 4.5;
    private const double SamePlace = 1;

    /// <summary>Whether at least half of the words of a line are known from headers; a word broken at the end of a line is matched as a whole.</summary>
    public static bool IsLikely(IReadOnlyList<TextLine> lines, int index) =>
        lines[index].Words.Count(word => HeaderSynonyms.IsHeaderWord(word.Text) || IsBroken(lines, index, word)) * 2 >= lines[index].Words.Count;

    /// <summary>Where a header with grouped columns begins: <c>Detainer</c> is above <c>Date Issued</c> and <c>Date Declined</c>.</summary>
    /// <param name="start">The line that names the columns.</param>
    /// <param name="end">The line after the last line of the header.</param>
    public static int Above(IReadOnlyList<TextLine> lines, int start, int end)
    {
        var first = start;
        while (first > 0 && start - first < MostGroupLines && AreGroups(lines[first - 1], lines[first], lines.Skip(start).Take(end - start))) first--;
        return first;
    }

    private static bool AreGroups(TextLine line, TextLine below, IEnumerable<TextLine> header) =>
        line.Page == below.Page
        && line.Words.Count <= MostGroups
        && line.Font == below.Font
        && Math.Abs(line.Size - below.Size) < 0.5
        && !line.Words.Any(word => word.Text[^1] is '.' or ':' or '!' or '?' or ';' || word.Text.Any(char.IsDigit))
        && (line.Words.All(word => HeaderSynonyms.IsHeaderWord(word.Text))
            ? line.Baseline - below.Baseline < GroupAbove * below.Size
            : line.Baseline - below.Baseline < NextLine * below.Size && line.Words.Count(word => HeaderSynonyms.IsHeaderWord(word.Text)) * 2 >= line.Words.Count)
        && header.Max(part => part.Right) + below.Size > line.Right && header.Min(part => part.Left) - below.Size < line.Left;

    private static bool IsBroken(IReadOnlyList<TextLine> lines, int index, PdfWord word) =>
        IsHyphenated(word) ? Near(lines, index, 1).Any(rest => Make(word, rest)) : Near(lines, index, -1).Any(begun => IsHyphenated(begun) && Make(begun, word));

    // Where headers of one line and of two are centred vertically, their lines alternate.
    private static IEnumerable<PdfWord> Near(IReadOnlyList<TextLine> lines, int index, int step)
    {
        for (var other = index + step; other >= 0 && other < lines.Count && Math.Abs(lines[other].Baseline - lines[index].Baseline) < NextLine * lines[index].Size; other += step)
            foreach (var word in lines[other].Words) yield return word;
    }

    private static bool IsHyphenated(PdfWord word) => word.Text.Length > 1 && word.Text[^1] is '-' or '\u00ad' or '\u2010';

    private static bool Make(PdfWord begun, PdfWord rest) =>
        rest.Left < begun.Right + (SamePlace * begun.Size) && rest.Right > begun.Left - (6 * begun.Size) && HeaderSynonyms.IsHeaderWord(begun.Text[..^1] + (IsHyphenated(rest) ? rest.Text[..^1] : rest.Text));
}
