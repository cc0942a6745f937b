using System.Globalization;
using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Takes page numbers, headers and footers off the pages, so that what stands across a page break stands together.</summary>
internal static partial class RunningLines
{
    private const int Outermost = 2;

    public static IReadOnlyList<PageText> Remove(IReadOnlyList<PageText> pages)
    {
        var running = pages.SelectMany(page => Edges(page).Select(line => (Key(line), page.Number)))
            .Distinct()
            .GroupBy(entry => entry.Item1)
            .Where(group => group.Count() >= 3 && group.Count() * 5 >= pages.Count * 3)
            .Select(group => group.Key)
            .ToHashSet();
        return [.. pages.Select(page => Remove(page, running))];
    }

    private static PageText Remove(PageText page, HashSet<(string, int)> running)
    {
        var edges = Edges(page).Where(line => running.Contains(Key(line)) || IsPageNumber(line, page)).ToHashSet();
        return edges.Count == 0 ? page : page with { Lines = [.. page.Lines.Where(line => !edges.Contains(line))] };
    }

    private static IEnumerable<TextLine> Edges(PageText page) =>
        page.Lines.Where((line, index) => (index < Outermost || index >= page.Lines.Count - Outermost) && !IsTableText(line));

    // A table's header is repeated too, and the rows below it can look alike on many pages.
    private static bool IsTableText(TextLine line) =>
        (line.Words.Count > 1 && line.Words.All(word => HeaderSynonyms.IsHeaderWord(word.Text))) || line.Words.Any(word => CellReader.Date(word.Text) is not null);

    private static (string, int) Key(TextLine line) => (Digits().Replace(line.Text, "#"), (int)Math.Round(line.Baseline / 3));

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
}
