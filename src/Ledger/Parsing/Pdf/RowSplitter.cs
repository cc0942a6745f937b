using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Parts the text below a header into rows: by ruled lines when there are some, else by blank bands.
/// A band that holds several dates or counts is several rows, set close; one that holds none belongs to its neighbour.
/// </summary>
internal static class RowSplitter
{
    // In parts of the size of the type: the space from one baseline to the next that parts rows, and what counts as the same.
    private const double BlankBand = 1.55;
    private const double SameGap = 0.12;

    public static List<RowOnPage> Split(TableColumns columns, int page, IReadOnlyList<PdfWord> words, IReadOnlyList<Rule> rules)
    {
        var lines = CellLines(columns, words);
        if (lines.Count == 0) return [];

        var levels = Levels(columns, lines, rules);
        var isRuled = levels.Count > 0;
        var bands = isRuled ? RuledBands(lines, levels) : BlankBands(lines);
        var rows = new List<RowOnPage>();
        foreach (var band in bands)
        {
            var anchors = RowAnchors.Of(columns.Map, band);
            if (anchors.Count <= 1) rows.Add(new RowOnPage(page, columns.Count, band, anchors.Count));
            else rows.AddRange(Between(columns, band, anchors).Select(row => new RowOnPage(page, columns.Count, row, 1)));
        }

        if (isRuled) ShareMergedCells(columns, bands, rows, levels);
        else MergeStrays(columns, rows);
        return rows;
    }

    private static List<CellLine> CellLines(TableColumns columns, IReadOnlyList<PdfWord> words)
    {
        var lines = new List<CellLine>();
        foreach (var cell in words.GroupBy(columns.Of))
        {
            var line = new List<PdfWord>();
            foreach (var word in cell.OrderByDescending(word => word.Baseline))
            {
                if (line.Count > 0 && line[0].Baseline - word.Baseline > 0.45 * word.Size) Close();
                line.Add(word);
            }

            Close();

            void Close()
            {
                var text = string.Join(' ', line.OrderBy(word => word.Left).Select(word => word.Text));
                lines.Add(new CellLine(cell.Key, line[0].Baseline, line.Max(word => word.Size), text));
                line = [];
            }
        }

        return [.. lines.OrderByDescending(line => line.Baseline)];
    }

    /// <summary>The heights at which the table is ruled over most of its width, from the top.</summary>
    private static List<List<Rule>> Levels(TableColumns columns, List<CellLine> lines, IReadOnlyList<Rule> rules)
    {
        var levels = new List<List<Rule>>();
        foreach (var rule in rules.Where(rule => rule.Right > columns.Left && rule.Left < columns.Right).OrderByDescending(rule => rule.Y))
        {
            if (levels.Count == 0 || levels[^1][0].Y - rule.Y > 2) levels.Add([]);
            levels[^1].Add(rule);
        }

        return [.. levels.Where(level => level[0].Y < lines[0].Baseline && level[0].Y > lines[^1].Baseline && Ruled(columns, level) * 2 >= columns.Count)];
    }

    private static int Ruled(TableColumns columns, List<Rule> level) => Enumerable.Range(0, columns.Count).Count(column => IsRuled(columns, level, column));

    private static bool IsRuled(TableColumns columns, List<Rule> level, int column) => level.Any(rule => columns.IsRuled(rule, column));

    private static List<List<CellLine>> RuledBands(List<CellLine> lines, List<List<Rule>> levels) =>
        [.. lines.GroupBy(line => levels.Count(level => level[0].Y > line.Baseline)).OrderBy(band => band.Key).Select(band => band.ToList())];

    private static List<List<CellLine>> BlankBands(List<CellLine> lines)
    {
        var bands = new List<List<CellLine>> { new() { lines[0] } };
        foreach (var line in lines.Skip(1))
        {
            if (bands[^1][^1].Baseline - line.Baseline > BlankBand * line.Size) bands.Add([]);
            bands[^1].Add(line);
        }

        return bands;
    }

    /// <summary>Cuts a band between its anchors, where the space is widest; where it is even, as the rows are aligned.</summary>
    private static IEnumerable<IEnumerable<CellLine>> Between(TableColumns columns, List<CellLine> band, IReadOnlyList<RowAnchor> anchors)
    {
        var begin = 0;
        for (var index = 0; index + 1 < anchors.Count; index++)
        {
            var end = Cut(columns, band, anchors[index], anchors[index + 1], Alignment(band, anchors));
            if (end <= begin) continue;
            yield return band[begin..end];
            begin = end;
        }

        yield return band[begin..];
    }

    private static int Cut(TableColumns columns, List<CellLine> band, RowAnchor upper, RowAnchor lower, int alignment)
    {
        var gaps = Enumerable.Range(1, band.Count - 1)
            .Where(below => band[below - 1].Baseline > lower.Top && band[below].Baseline < upper.Bottom && band[below - 1].Baseline > band[below].Baseline + 0.2)
            .Select(below => (Below: below, Gap: band[below - 1].Baseline - band[below].Baseline))
            .ToList();
        if (gaps.Count == 0) return band.FindIndex(line => line.Baseline <= lower.Top);

        var widest = gaps.Max(gap => gap.Gap);
        var even = gaps.Where(gap => gap.Gap >= widest - (SameGap * band[0].Size)).Select(gap => gap.Below).ToList();
        var atBullets = even.Where(below => StartsItem(columns, band, below)).ToList();
        if (atBullets.Count > 0) even = atBullets;

        var middle = (upper.Bottom + lower.Top) / 2;
        return alignment switch
        {
            > 0 => even[^1],
            < 0 => even[0],
            _ => even.MinBy(below => Math.Abs(((band[below - 1].Baseline + band[below].Baseline) / 2) - middle)),
        };
    }

    private static bool StartsItem(TableColumns columns, List<CellLine> band, int below) =>
        columns.Map.IndexOf(ReportField.Criteria) is { } criteria
        && band.Skip(below).FirstOrDefault(line => line.Column == criteria) is { } next && CellReader.StartsWithBullet(next.Text);

    /// <summary>1 when rows are aligned at the top, -1 at the bottom, 0 in the middle.</summary>
    private static int Alignment(List<CellLine> band, IReadOnlyList<RowAnchor> anchors) =>
        band[0].Baseline - anchors[0].Top < 0.3 * band[0].Size ? 1 : anchors[^1].Bottom - band[^1].Baseline < 0.3 * band[0].Size ? -1 : 0;

    // A cell that no line parts from the one below stands for both rows.
    private static void ShareMergedCells(TableColumns columns, List<List<CellLine>> bands, List<RowOnPage> rows, List<List<Rule>> levels)
    {
        if (bands.Count != rows.Count) return;
        for (var column = 0; column < columns.Count; column++)
        {
            for (var first = 0; first < rows.Count;)
            {
                var end = first + 1;
                while (end < rows.Count && !levels.Any(level => level[0].Y < rows[end - 1].Bottom && level[0].Y > rows[end].Top && IsRuled(columns, level, column))) end++;
                var cell = rows[first..end].SelectMany(row => row.Cells[column]).ToList();
                for (; first < end; first++) rows[first].Cells[column] = [.. cell];
            }
        }
    }

    private static void MergeStrays(TableColumns columns, List<RowOnPage> rows)
    {
        var place = columns.Map.IndexOf(ReportField.Place) ?? 0;
        for (var index = 1; index < rows.Count; index++)
        {
            var row = rows[index];
            var isNamed = row.Cells[place].Count > 0;
            if (row.Anchors > 0 && (isNamed || columns.Map.Section != ReportSection.Listed)) continue;
            if (row.Anchors == 0 && isNamed && row.Filled >= Math.Max(2, (columns.Count + 1) / 2)) continue;

            var isNearerToNext = index + 1 < rows.Count && row.Bottom - rows[index + 1].Top < rows[index - 1].Bottom - row.Top - 0.5;
            if (isNearerToNext) rows[index + 1].Prepend(row);
            else rows[index - 1].Append(row);
            rows.RemoveAt(index--);
        }
    }
}
