using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Separates the lines of a table without ruled lines in which every cell is centred vertically in its row. The lines of a
/// column can be as far apart within a row as between two rows, so spacing doesn't help; but one line more or less moves a
/// cell's middle away from the middle of its row. Each column is split on its own.
/// </summary>
internal sealed class CentredRows
{
    // Relative to the font size. A line in the wrong row moves the middle by half a line.
    private const double OffMiddle = 0.28;

    // The minimum distance of a line of the preceding row above the middle of the first row.
    private const double Above = 0.5;
    private const double SameGap = 0.12;

    // Relative to the line spacing, for a producer that rounds.
    private const double MostOdd = 0.1;

    // The cost of a split for each empty cell, and for each line that is assigned to the row before the first, or is on the next page.
    private const double Empty = 0.1;
    private const double Left = 0.15;

    // And for each two lines of a cell that are further apart than lines of the column are elsewhere.
    private const double FurtherApart = 0.05;

    private readonly TableColumns _columns;

    // The least distance of lines, by column.
    private readonly double[] _spacing;

    public CentredRows(TableColumns columns, IReadOnlyCollection<RowBands> pages)
    {
        _columns = columns;
        _spacing = [.. Enumerable.Range(0, columns.Count).Select(column => pages.SelectMany(page => page.Bands).SelectMany(band => Gaps([.. band.Lines.Where(line => line.Column == column)])).DefaultIfEmpty().Min())];
        AreCentred = Are(pages);
    }

    /// <summary>
    /// Whether the cells of a table are centred: the lines of a cell are evenly spaced, further away from the next row, and share
    /// the middle of their row. Lines of cells that are aligned at the top or the bottom can't be split this way.
    /// </summary>
    public bool AreCentred { get; }

    private bool Are(IReadOnlyCollection<RowBands> pages)
    {
        var close = pages.Where(page => !page.IsRuled).SelectMany(page => page.Bands.Select((band, index) => (Band: band, IsFirst: index == 0, IsLast: index == page.Bands.Count - 1)).Where(entry => entry.Band.Anchors.Count > 1)).ToList();
        var apart = close.Where(entry => Of(entry.Band, entry.IsFirst, entry.IsLast) is { } rows && AreApart(rows)).Sum(entry => entry.Band.Anchors.Count);
        return apart > 0 && apart * 2 > close.Sum(entry => entry.Band.Anchors.Count);
    }

    // Only a cell of several lines is evidence: a single line is the top, the middle and the bottom of its cell.
    private bool AreApart(IReadOnlyList<List<CellLine>> rows)
    {
        var size = rows.First(row => row.Count > 0)[0].Size;
        var (all, odd) = (0, 0);
        for (var column = 0; column < _columns.Count; column++)
        {
            var cells = rows.Skip(1).Select(row => row.FindAll(line => line.Column == column)).Where(cell => cell.Count > 0).ToList();
            var within = cells.SelectMany(Gaps).Order().ToList();
            if (within.Count == 0) continue;
            var leading = within[within.Count / 2];
            odd += within.Count(gap => Math.Abs(gap - leading) > SameGap * size)
                + cells.Zip(cells.Skip(1)).Count(pair => pair.First[^1].Baseline - pair.Second[0].Baseline < leading + (SameGap * size));
            all += within.Count;
        }

        return all > 0 && odd <= MostOdd * all;
    }

    private static IEnumerable<double> Gaps(List<CellLine> cell) => cell.Zip(cell.Skip(1)).Select(pair => pair.First.Baseline - pair.Second.Baseline);

    /// <param name="canHaveRest">Whether the first lines can be the rest of a row of the preceding page.</param>
    /// <param name="canGoOn">Whether the last row can have more lines on the next page.</param>
    /// <returns>The lines before the first row, then those of each row; null if a cell isn't centred.</returns>
    public IReadOnlyList<List<CellLine>>? Of(RowBand band, bool canHaveRest, bool canGoOn)
    {
        if (band.Anchors.Count < 2) return null;
        var middles = band.Anchors.Select(anchor => (anchor.Top + anchor.Bottom) / 2).ToList();
        List<List<CellLine>> rows = [.. Enumerable.Range(0, middles.Count + 1).Select(_ => new List<CellLine>())];
        var merged = _columns.Map.Section == ReportSection.Declined ? MergedCells.Mergeable.Select(_columns.Map.IndexOf).ToHashSet() : [];
        foreach (var column in band.Lines.GroupBy(line => line.Column))
        {
            var lines = column.ToList();
            if (Ends(lines, middles, _spacing[column.Key], canHaveRest, canGoOn) is { } ends)
            {
                for (var (row, first) = (0, 0); row < rows.Count; first = ends[row++]) rows[row].AddRange(lines[first..ends[row]]);
            }
            else if (merged.Contains(column.Key))
            {
                // A cell that spans several rows is centred among them: the rows that it spans are determined later.
                foreach (var line in lines) rows[1 + Enumerable.Range(0, middles.Count).MinBy(row => Math.Abs(middles[row] - line.Baseline))].Add(line);
            }
            else
            {
                return null;
            }
        }

        return rows;
    }

    /// <summary>The index after the last line of each row, beginning with the rest above the first row.</summary>
    private static List<int>? Ends(List<CellLine> lines, List<double> middles, double spacing, bool canHaveRest, bool canGoOn)
    {
        // The cheapest way to assign the first lines to the first rows, and where the last of these rows begins.
        var ways = new (double Cost, int Begin)[middles.Count + 1, lines.Count + 1];
        for (var end = 0; end <= lines.Count; end++) ways[0, end] = (end == 0 ? 0 : canHaveRest && lines[end - 1].Baseline > middles[0] + (Above * lines[end - 1].Size) ? Left * end : double.PositiveInfinity, 0);
        for (var row = 1; row <= middles.Count; row++)
        {
            for (var end = 0; end <= lines.Count; end++)
            {
                ways[row, end] = (ways[row - 1, end].Cost + Empty, end);
                var apart = 0.0;
                for (var begin = end - 1; begin >= 0; begin--)
                {
                    if (begin + 1 < end && lines[begin].Baseline - lines[begin + 1].Baseline > spacing + (SameGap * lines[begin].Size)) apart += FurtherApart;

                    var above = (lines[begin].Baseline + lines[end - 1].Baseline) / 2 - middles[row - 1];

                    // More lines only raise the middle. So do lines that are missing below it, because they are on the next page.
                    var isCut = canGoOn && row == middles.Count && end == lines.Count;
                    if (above > OffMiddle * lines[begin].Size && !isCut) break;
                    if (above < -OffMiddle * lines[begin].Size) continue;
                    var cost = ways[row - 1, begin].Cost + apart + ((above > OffMiddle * lines[begin].Size ? Left : 1) * Math.Abs(above) / lines[begin].Size);
                    if (cost < ways[row, end].Cost) ways[row, end] = (cost, begin);
                }
            }
        }

        if (double.IsPositiveInfinity(ways[middles.Count, lines.Count].Cost)) return null;
        var ends = new List<int> { lines.Count };
        for (var row = middles.Count; row > 0; row--) ends.Add(ways[row, ends[^1]].Begin);
        ends.Reverse();
        return ends;
    }
}
