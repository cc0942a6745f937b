using System.Globalization;
using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Takes page numbers, headers and footers off the pages, so that what stands across a page break stands together. They say
/// the same at the same distance from the edge of most pages, but for their digits, and nowhere else: the last line of a row
/// can do the first, but then it ends other rows too.
/// </summary>
internal static partial class RunningLines
{
    private const int Outermost = 3;
    private const double SameDistance = 3;
    private const double SameLeft = 3;

    public static IReadOnlyList<PageText> Remove(IReadOnlyList<PageText> pages)
    {
        var edges = pages.SelectMany(Edges).ToLookup(edge => edge.Text);
        var inside = pages.SelectMany(page => page.Lines.Where((_, index) => !IsOutermost(page, index))).ToLookup(line => WithoutDigits(line.Text));
        return [.. pages.Select(page => Remove(page, edge => IsRunning(edge, edges[edge.Text], pages.Count) && !inside[edge.Text].Any(line => StandsAs(line, edge))))];
    }

    private static PageText Remove(PageText page, Predicate<Edge> isRunning)
    {
        var running = Edges(page).Where(edge => isRunning(edge) || IsPageNumber(edge.Line, page)).Select(edge => edge.Line).ToHashSet();
        return running.Count == 0 ? page : page with { Lines = [.. page.Lines.Where(line => !running.Contains(line))] };
    }

    private static bool IsRunning(Edge edge, IEnumerable<Edge> sameText, int pages)
    {
        var alike = sameText.Where(other => other.IsTop == edge.IsTop && Math.Abs(other.Distance - edge.Distance) <= SameDistance).Select(other => other.Line.Page);
        var count = alike.Distinct().Count();
        return count >= Math.Min(3, Math.Max(2, pages)) && count * 5 >= pages * 3;
    }

    private static bool StandsAs(TextLine line, Edge edge) => Math.Abs(line.Left - edge.Line.Left) < SameLeft;

    private static IEnumerable<Edge> Edges(PageText page) =>
        from entry in page.Lines.Select((line, index) => (Line: line, Index: index))
        where IsOutermost(page, entry.Index) && !IsTableText(entry.Line)
        let isTop = entry.Line.Baseline * 2 > page.Height
        select new Edge(entry.Line, WithoutDigits(entry.Line.Text), isTop, isTop ? page.Height - entry.Line.Baseline : entry.Line.Baseline);

    private static bool IsOutermost(PageText page, int index) => index < Outermost || index >= page.Lines.Count - Outermost;

    // A table's header is repeated too, and the rows below it can look alike on many pages.
    private static bool IsTableText(TextLine line) =>
        line.Words.Count(word => HeaderSynonyms.IsHeaderWord(word.Text)) * 3 >= line.Words.Count * 2
        || line.Words.Any(word => CellReader.Date(word.Text) is not null);

    private static string WithoutDigits(string text) => Digits().Replace(text, "#");

    private static bool IsPageNumber(TextLine line, PageText page)
    {
        var match = PageNumber().Match(line.Text);
        if (!match.Success || !int.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        var isInMargin = line.Baseline < page.Height * 0.1 || line.Baseline > page.Height * 0.9;
        return isInMargin || match.Length > match.Groups["n"].Length || number == page.Number && (line == page.Lines[0] || line == page.Lines[^1]);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\W*(?:page|p\.)?\s*(?<n>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    private sealed record Edge(TextLine Line, string Text, bool IsTop, double Distance);
}
