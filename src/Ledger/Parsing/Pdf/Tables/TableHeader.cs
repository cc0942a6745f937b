using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Finds a table's header among the lines of a page, and its columns. Headers take one to three lines, and the gap between
/// two of them can be as narrow as a space: the correct way to cut them is the one that gives the most known names and cuts
/// through the fewest words of the rows below.
/// </summary>
internal static class TableHeader
{
    private const int MostLines = 6;
    private const int MostParts = 40;
    private const double Known = 10;
    private const double Unknown = -5;
    private const double EachWord = 1;

    // For another column of a field, if there is more than a space before and after it: “LEA” isn't one in “LEA Detainer Policy”.
    private const double Again = 1.5;
    private const double MoreThanSpace = 0.8;
    private const double SpaceBehind = 0.5;

    private const double CutWords = -200;
    private const double WorstCut = -20;

    /// <param name="Start">The first line of the header.</param>
    /// <param name="End">The line after the last line of the header.</param>
    public sealed record Found(int Start, int End, TableColumns Columns);

    /// <summary>Finds the header of a section's table.</summary>
    /// <param name="lines">The section's lines on one page.</param>
    /// <param name="within">The number of lines from the top to search.</param>
    /// <param name="next">The section's lines on the next page, which has the rows of a header that ends a page.</param>
    public static Found? Find(ReportSection section, IReadOnlyList<TextLine> lines, int within, IReadOnlyList<TextLine> next)
    {
        (Found Found, double Score)? best = null;
        for (var start = 0; start < Math.Min(within, lines.Count); start++)
        {
            if (!HeaderLines.IsLikely(lines, start)) continue;
            for (var end = start + 1; end <= Math.Min(start + MostLines, lines.Count) && Follows(lines, start, end); end++)
            {
                if (Cut(section, [.. lines.Skip(start).Take(end - start)], end < lines.Count ? lines.Skip(end) : next) is not { } cut) continue;
                if (best is null || cut.Score > best.Value.Score) best = (new Found(start, end, cut.Columns), cut.Score);
            }
        }

        return best is { } found ? found.Found with { Start = HeaderLines.Above(lines, found.Found.Start, found.Found.End) } : null;
    }

    /// <summary>The lines of a page at which the same header begins again, at the same positions along the page's width.</summary>
    public static List<int> Repeats(IReadOnlyList<TextLine> header, IReadOnlyList<TextLine> lines) =>
        [.. Enumerable.Range(0, Math.Max(0, lines.Count - header.Count + 1)).Where(start => IsRepeat(header, lines.Skip(start)))];

    private static bool IsRepeat(IReadOnlyList<TextLine> header, IEnumerable<TextLine> lines) =>
        header.Zip(lines).All(pair => pair.First.Text == pair.Second.Text && Math.Abs(pair.First.Left - pair.Second.Left) < 2);

    private static bool Follows(IReadOnlyList<TextLine> lines, int start, int end) =>
        end - start == 1 || (HeaderLines.IsLikely(lines, end - 1) && lines[end - 2].Baseline - lines[end - 1].Baseline < 1.6 * lines[end - 1].Size);

    private static (TableColumns Columns, double Score)? Cut(ReportSection section, IReadOnlyList<TextLine> header, IEnumerable<TextLine> rows)
    {
        var parts = Parts(header);
        if (parts.Count is < 2 or > MostParts) return null;

        var below = rows.SelectMany(line => line.Words).ToList();
        var ink = new InkProfile(below);
        var cuts = parts.Zip(parts.Skip(1)).Select(pair => Between(ink, pair.First, pair.Second)).ToList();
        var (score, starts) = BestCuts(section, header, parts, cuts);
        var headers = Enumerable.Range(0, starts.Count)
            .Select(column => Text(header, parts[starts[column]].Left, parts[column + 1 < starts.Count ? starts[column + 1] - 1 : parts.Count - 1].Right))
            .ToList();
        var map = ColumnMap.Of(section, headers);
        if (!map.IsReadable || (headers.Count - map.UnknownColumns.Count) * 2 < headers.Count) return null;

        var gaps = starts.Skip(1).Select(start => Gap(parts[start - 1], parts[start])).ToList();
        return (new TableColumns(map, gaps, [], parts[0].Left, parts[^1].Right).CutFor(below), score);
    }

    private static ColumnGap Gap(Part left, Part right) => new(left.Right + 0.3, right.Left - 0.3);

    private static double Between(InkProfile ink, Part left, Part right)
    {
        var gap = Gap(left, right);
        var share = ink.BestCut(gap.Left, gap.Right).Words / Math.Max(3.0, ink.WordsBetween(left.Left, right.Right));
        return (Math.Max(WorstCut, CutWords * share) + (Math.Min(right.Left - left.Right, 20) / 20));
    }

    /// <summary>Tries all ways of cutting.</summary>
    private static (double Score, IReadOnlyList<int> Starts) BestCuts(
        ReportSection section, IReadOnlyList<TextLine> header, List<Part> parts, List<double> cuts)
    {
        var ways = new Dictionary<int, (double Score, IReadOnlyList<int> Starts)>[parts.Count + 1];
        ways[0] = new() { [0] = (0, []) };
        for (var end = 1; end <= parts.Count; end++)
        {
            ways[end] = [];
            for (var start = 0; start < end; start++)
            {
                var text = Text(header, parts[start].Left, parts[end - 1].Right);
                var field = HeaderSynonyms.Find(section, text);
                var isApart = end == parts.Count || parts[end].Left - parts[end - 1].Right > SpaceBehind * header[0].Size;
                var known = Known + (EachWord * (text.Count(letter => letter == ' ') + 1));
                foreach (var (used, way) in ways[start])
                {
                    var isNew = field is { } name && (used & (1 << (int)name)) == 0;
                    var now = isNew ? used | (1 << (int)field!.Value) : used;
                    var isAgain = field is not null && !isNew && isApart && parts[start].Left - parts[start - 1].Right > MoreThanSpace * header[0].Size;
                    var score = way.Score + (isNew ? known : isAgain ? Again : Unknown) + (start == 0 ? 0 : cuts[start - 1]);
                    if (!ways[end].TryGetValue(now, out var other) || score > other.Score) ways[end][now] = (score, [.. way.Starts, start]);
                }
            }
        }

        return ways[^1].Values.MaxBy(way => way.Score);
    }

    /// <summary>The stretches of a header's width in which some line has a word.</summary>
    private static List<Part> Parts(IReadOnlyList<TextLine> header)
    {
        var parts = new List<Part>();
        var last = "";
        foreach (var word in header.SelectMany(line => line.Words).OrderBy(word => word.Left))
        {
            // "Jurisdiction (AOR)" and "County, State" are one header each, although both of their words are also known on their own.
            var gap = word.Text.StartsWith('(') || last.EndsWith(',') ? 0.6 * word.Size : 0.8;
            if (parts.Count > 0 && word.Left < parts[^1].Right + gap) parts[^1] = parts[^1] with { Right = Math.Max(parts[^1].Right, word.Right) };
            else parts.Add(new Part(word.Left, word.Right));
            last = word.Text;
        }

        return parts;
    }

    private static string Text(IReadOnlyList<TextLine> header, double left, double right)
    {
        var lines = new List<string>(header.Count);
        var words = new List<string>();
        foreach (var line in header)
        {
            words.Clear();
            foreach (var word in line.Words)
                if (word.Centre > left && word.Centre < right) words.Add(word.Text);
            if (words.Count > 0) lines.Add(words.Count == 1 ? words[0] : string.Join(' ', words));
        }

        return CellReader.Join(lines) ?? "";
    }

    private readonly record struct Part(double Left, double Right);
}
