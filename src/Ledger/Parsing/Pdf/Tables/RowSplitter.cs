using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Makes rows from a page's bands. A band with several dates or counts is several rows, set close together; a band with none
/// belongs to its neighbour.
/// </summary>
/// <param name="alignment">The alignment of the table; null if it isn't known.</param>
internal sealed class RowSplitter(TableColumns columns, RowAlignment? alignment, CentredRows centredRows)
{
    // Relative to the font size: spaces that differ by less count as equal.
    private const double SameGap = 0.12;
    private const double Level = 0.3;
    private const double ShiftedBy = 1.3;

    // Relative to the widest space between the lines of a cell.
    private const double FurtherApart = 1.15;

    public List<RowOnPage> Split(RowBands page)
    {
        var rows = new List<RowOnPage>();
        foreach (var (index, band) in page.Bands.Index())
        {
            if (band.Interlude is { } interlude)
            {
                rows.Add(new RowOnPage(page.Page, columns, band.Lines, interlude));
                continue;
            }

            if (!page.IsRuled && alignment == RowAlignment.Middle && centredRows.Of(band, index == 0, index == page.Bands.Count - 1) is { } centred)
            {
                rows.AddRange(centred.Index().Where(row => row.Item.Count > 0).Select(row => Row(row.Item, Math.Min(row.Index, 1))));
                continue;
            }

            var lines = band.Lines.ToList();
            if (index == 0 && !page.IsRuled) lines = WithoutRest(page.Page, band, rows);
            if (band.Anchors.Count <= 1) rows.Add(Row(lines, band.Anchors.Count));
            else rows.AddRange(Between(lines, band.Anchors).Select(row => Row(row, 1)));
        }

        MergeShifted(rows);
        if (page.IsRuled && !page.IsShaded && page.Bands.Count == rows.Count)
        {
            foreach (var stretch in Stretches(rows)) MergedCells.ShareRuled(columns, stretch, page.Levels);
        }

        if (page.IsRuled && !page.IsShaded) return rows;

        if (!page.IsRuled) MergeStrays(rows);
        MergedCells.ShareUnruled(columns, [.. Stretches(rows)], alignment, page.IsShaded);
        return rows;

        RowOnPage Row(IEnumerable<CellLine> lines, int anchors) => new(page.Page, columns, lines, anchors);
    }

    // If rows begin with their dates and names, the lines above the first row of a page are the rest of a row of the preceding page.
    private List<CellLine> WithoutRest(int page, RowBand band, List<RowOnPage> rows)
    {
        var lines = band.Lines.ToList();
        if (alignment != RowAlignment.Top || band.Anchors.Count == 0) return lines;
        var rest = lines.TakeWhile(line => line.Baseline > band.Anchors[0].Top + (Level * line.Size)).ToList();
        if (rest.Count > 0) rows.Add(new RowOnPage(page, columns, rest, 0));
        return lines[rest.Count..];
    }

    /// <summary>Cuts a band between its anchors, at the widest space; if spaces are equal, by the alignment of the rows.</summary>
    private IEnumerable<IEnumerable<CellLine>> Between(List<CellLine> band, IReadOnlyList<RowAnchor> anchors)
    {
        var aligned = alignment ?? RowBands.AlignmentOf(new RowBand(band, anchors));
        var begin = 0;
        for (var index = 0; index + 1 < anchors.Count; index++)
        {
            var end = Cut(band, anchors[index], anchors[index + 1], aligned);
            if (end <= begin) continue;
            yield return band[begin..end];
            begin = end;
        }

        yield return band[begin..];
    }

    private int Cut(List<CellLine> band, RowAnchor upper, RowAnchor lower, RowAlignment? aligned)
    {
        if (aligned == RowAlignment.Top) return band.FindIndex(line => line.Baseline < lower.Top + (Level * line.Size));
        if (aligned == RowAlignment.Bottom) return band.FindIndex(line => line.Baseline < upper.Bottom - (Level * line.Size));

        var gaps = Enumerable.Range(1, band.Count - 1)
            .Where(below => band[below - 1].Baseline > lower.Top && band[below].Baseline < upper.Bottom && band[below - 1].Baseline > band[below].Baseline + 0.2)
            .Select(below => (Below: below, Gap: band[below - 1].Baseline - band[below].Baseline))
            .ToList();
        if (gaps.Count == 0) return band.FindIndex(line => line.Baseline <= lower.Top);

        var widest = gaps.Max(gap => gap.Gap);
        var even = gaps.Where(gap => gap.Gap >= widest - (SameGap * band[0].Size)).Select(gap => gap.Below).ToList();
        var atBullets = even.Where(below => StartsItem(band, below)).ToList();
        if (atBullets.Count > 0) even = atBullets;

        var middle = (upper.Bottom + lower.Top) / 2;
        return even.MinBy(below => Math.Abs(((band[below - 1].Baseline + band[below].Baseline) / 2) - middle));
    }

    private bool StartsItem(List<CellLine> band, int below) =>
        columns.Map.IndexOf(ReportField.Criteria) is { } criteria
        && band.Skip(below).FirstOrDefault(line => line.Column == criteria) is { } next && CellReader.StartsWithBullet(next.Text);

    /// <summary>The rows between interludes: no cell spans rows on both sides of one.</summary>
    private static IEnumerable<List<RowOnPage>> Stretches(List<RowOnPage> rows)
    {
        for (var start = 0; start < rows.Count;)
        {
            var stretch = rows.Skip(start).TakeWhile(row => row.Interlude is null).ToList();
            if (stretch.Count > 0) yield return stretch;
            start += stretch.Count + 1;
        }
    }

    private void MergeStrays(List<RowOnPage> rows)
    {
        var place = columns.Map.IndexOf(ReportField.Place) ?? 0;
        for (var index = 1; index < rows.Count; index++)
        {
            var row = rows[index];
            if (row.Interlude is not null) continue;
            if (StateHeadings.Of(columns.Map, row, rows[index - 1]) is not null) continue;
            var isNamed = row.Cells[place].Count > 0;
            if (index == rows.Count - 1 && !isNamed && BeginsNextPage(rows)) continue;
            if (row.Anchors > 0 && (isNamed || columns.Map.Section != ReportSection.Listed)) continue;
            if (row.Anchors == 0 && isNamed && row.Filled >= Math.Max(2, (columns.Count + 1) / 2)) continue;

            // The rest of a row can follow a heading, but is never a part of it.
            var isBelowHeading = rows[index - 1].Interlude is not null || StateHeadings.Of(columns.Map, rows[index - 1], index > 1 ? rows[index - 2] : null) is not null;
            var hasNext = index + 1 < rows.Count && rows[index + 1].Interlude is null;
            if (rows[index - 1].Interlude is not null && !hasNext) continue;
            var isNearerToNext = hasNext && (isBelowHeading || row.Bottom - rows[index + 1].Top < rows[index - 1].Bottom - row.Top - 0.5);
            if (isNearerToNext) rows[index + 1].Prepend(row);
            else rows[index - 1].Append(row);
            rows.RemoveAt(index--);
        }
    }

    private static void MergeShifted(List<RowOnPage> rows)
    {
        for (var index = 1; index < rows.Count; index++)
        {
            if (ShiftedFrom(rows, index) is not { } whole) continue;
            if (whole > index) rows[whole].Prepend(rows[index]);
            else rows[whole].Append(rows[index]);
            rows.RemoveAt(index--);
        }
    }

    /// <summary>The row beside a single cell that is printed a line off it: it lacks that cell, and the row on the other side has its own.</summary>
    private static int? ShiftedFrom(List<RowOnPage> rows, int index)
    {
        var row = rows[index];
        if (row.Filled != 1 || row.Lines.Count != 1) return null;
        var cell = row.Lines[0];
        var (above, below) = (rows[index - 1], index + 1 < rows.Count ? rows[index + 1] : null);
        if (below is not null && Lacks(below) && Has(above) && row.Bottom - below.Top < ShiftedBy * cell.Size) return index + 1;
        return Lacks(above) && (below is null || Has(below)) && above.Bottom - row.Top < ShiftedBy * cell.Size ? index - 1 : null;

        bool Lacks(RowOnPage other) => other.Interlude is null && other.Cells[cell.Column].Count == 0 && other.Filled == other.Cells.Length - 1;
        bool Has(RowOnPage other) => other.Cells[cell.Column].Count > 0;
    }

    /// <summary>Whether the last lines of a page begin a row whose name and date are on the next: their distance from the row above is that of rows.</summary>
    private bool BeginsNextPage(List<RowOnPage> rows)
    {
        if (alignment is null or RowAlignment.Top || columns.Map.Section != ReportSection.Listed) return false;
        var (above, row) = (rows[^2], rows[^1]);
        var spaces = rows.SkipLast(1).SelectMany(other => other.Lines.GroupBy(line => line.Column)).SelectMany(cell => cell.Zip(cell.Skip(1)).Select(pair => pair.First.Baseline - pair.Second.Baseline)).ToList();
        return above.Interlude is null && spaces.Count > 0 && above.Bottom - row.Top > FurtherApart * spaces.Max();
    }
}
