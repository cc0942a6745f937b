using System.Globalization;
using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Removes page numbers, headers and footers from the pages, so that content across a page break is contiguous. Apart from their
/// digits, they have the same text at the same distance from the edge, or from the left, of most pages, and nowhere else: the last line of a row
/// can meet the first condition, but then it ends other rows too.
/// </summary>
internal sealed partial class RunningLines
{
    private const int Outermost = 3;
    private const double SameDistance = 3;
    private const double SameLeft = 3;
    private const int EnoughPages = 3;

    private readonly int _pages;
    private readonly HashSet<string> _texts;
    private readonly ILookup<string, Edge> _edges;
    private readonly Lazy<ILookup<string, TextLine>> _inside;
    private readonly ILookup<int, int> _pagesByOffset;
    private readonly Dictionary<(string, bool, double, double), bool> _running = [];

    private RunningLines(IReadOnlyList<PageText> pages)
    {
        _pages = pages.Count;
        _texts = pages.SelectMany(page => page.Lines).Select(line => line.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _edges = pages.SelectMany(Edges).ToLookup(edge => edge.Text);
        _inside = new(() => pages.SelectMany(page => page.Lines.Where((_, index) => !IsOutermost(page, index))).ToLookup(line => WithoutDigits(line.Text)));
        _pagesByOffset = _edges.SelectMany(text => text).Select(edge => edge.Line).Where(line => PageNumber().IsMatch(line.Text))
            .ToLookup(line => Number(PageNumber().Match(line.Text)) - line.Page, line => line.Page);
    }

    public static IReadOnlyList<PageText> Remove(IReadOnlyList<PageText> pages)
    {
        var running = new RunningLines(pages);
        return [.. pages.Select(running.Remove)];
    }

    private PageText Remove(PageText page)
    {
        var running = Edges(page).Where(edge => IsPageNumber(edge.Line) || IsNumberedTitle(edge.Line) || IsRunning(edge)).Select(edge => edge.Line).ToHashSet();
        return running.Count == 0 ? page : page with { Lines = [.. page.Lines.Where(line => !running.Contains(line))] };
    }

    // In a long report, most page edges are like others: each kind is checked once.
    private bool IsRunning(Edge edge)
    {
        var kind = (edge.Text, edge.IsTop, Math.Round(edge.Distance), Math.Round(edge.Line.Left));
        if (!_running.TryGetValue(kind, out var isRunning)) _running[kind] = isRunning = IsLikeMost(edge);
        return isRunning;
    }

    private bool IsLikeMost(Edge edge)
    {
        var sameEdge = _edges[edge.Text].Where(other => other.IsTop == edge.IsTop).ToList();
        var atSameHeight = Pages(sameEdge.Where(other => Math.Abs(other.Distance - edge.Distance) <= SameDistance));
        // Where a table continues on the next page, some producers print the page's header lower.
        var atSameLeft = Pages(sameEdge.Where(other => Math.Abs(other.Line.Left - edge.Line.Left) < SameLeft));
        var isOften = (atSameHeight >= Math.Min(EnoughPages, Math.Max(2, _pages)) && IsMost(atSameHeight)) || (atSameLeft >= EnoughPages && IsMost(atSameLeft));
        return isOften && !_inside.Value[WithoutDigits(edge.Line.Text)].Any(line => BeginsAs(line, edge));
    }

    private bool IsMost(int pages) => pages * 5 >= _pages * 3;

    private static int Pages(IEnumerable<Edge> edges) => edges.Select(edge => edge.Line.Page).Distinct().Count();

    private static bool BeginsAs(TextLine line, Edge edge) => Math.Abs(line.Left - edge.Line.Left) < SameLeft;

    private static IEnumerable<Edge> Edges(PageText page) =>
        from entry in page.Lines.Select((line, index) => (Line: line, Index: index))
        where IsOutermost(page, entry.Index) && !IsTableText(entry.Line)
        let isTop = entry.Line.Baseline * 2 > page.Height
        select new Edge(entry.Line, Repeated(entry.Line), isTop, isTop ? page.Height - entry.Line.Baseline : entry.Line.Baseline);

    private static bool IsOutermost(PageText page, int index) => index < Outermost || index >= page.Lines.Count - Outermost;

    // The header of a table is repeated too.
    private static bool IsTableText(TextLine line) => line.Words.Count(word => HeaderSynonyms.IsHeaderWord(word.Text)) * 3 >= line.Words.Count * 2;

    // The rows of a table can look alike on many pages, except for their dates; the date of printing is the same on each.
    private static string Repeated(TextLine line) =>
        line.Words.Any(word => CellReader.Date(word.Text) is not null) ? NumberOfPage().Replace(line.Text, "#") : WithoutDigits(line.Text);

    private static string WithoutDigits(string text) => Digits().Replace(text, "#");

    // A number on its own can be a count, or the year of a broken date: only one that counts the pages is a page number.
    private bool IsPageNumber(TextLine line)
    {
        var match = PageNumber().Match(line.Text);
        return match.Success
            && (match.Groups["says"].Success || Number(match) == line.Page || _pagesByOffset[Number(match) - line.Page].Distinct().Count() >= EnoughPages);
    }

    // On a single page nothing shows that a line is repeated, but for the title that it names.
    private bool IsNumberedTitle(TextLine line) =>
        TitleWithNumber().Match(line.Text) is { Success: true } match && Number(match) == line.Page && _texts.Contains(match.Groups["title"].Value);

    private static int Number(Match match) => int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b(?:page|p\.)\s*[0-9]+(?:\s*(?:of|/)\s*[0-9]+)?|(?<![0-9/:.-])[0-9]{1,4}$|^[0-9]{1,4}(?![0-9/:.-])", RegexOptions.IgnoreCase)]
    private static partial Regex NumberOfPage();

    [GeneratedRegex(@"^\W*(?<says>page|p\.)?\s*(?<n>[0-9]{1,4})(?<says>\s*(?:of|/)\s*[0-9]{1,4}|(?<=page\s*[0-9]{1,4})\s+of)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?<title>\S.*?)\s*[|·•–—-]\s*(?:page\s+)?(?<n>[0-9]{1,4})$", RegexOptions.IgnoreCase)]
    private static partial Regex TitleWithNumber();

    private sealed record Edge(TextLine Line, string Text, bool IsTop, double Distance);
}
