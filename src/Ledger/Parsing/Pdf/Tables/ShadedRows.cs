namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Rows separated by their backgrounds, as where every other row is shaded. The edges of the shaded areas are taken as the
/// edges of rows only if everything agrees: they run across all columns, cut through no text, and leave one row between two.
/// </summary>
internal static class ShadedRows
{
    // In points.
    private const double SameLevel = 1;

    // Relative to the font size: the part of a line of text that is above its baseline.
    private const double TextHeight = 0.5;

    /// <summary>The rows of a table on one page; null if its backgrounds don't separate them.</summary>
    /// <param name="lines">From the top.</param>
    public static RowBands? Of(TableColumns columns, int page, List<CellLine> lines, IReadOnlyList<Shape> shadings)
    {
        var levels = Levels(columns, lines, shadings);
        if (levels.Count == 0 || levels.Exists(level => lines.Exists(line => line.Baseline < level[0].Y && line.Baseline + (TextHeight * line.Size) > level[0].Y))) return null;

        var bands = RowBands.Banded(columns, RowBands.Between(lines, levels));
        return bands.Index().All(band => band.Item.Anchors.Count == 1 || (band.Item.Anchors.Count == 0 && IsAtPageEdge(band.Index, bands.Count)))
            ? new RowBands(page, bands, levels, IsShaded: true)
            : null;
    }

    // A row that continues from the preceding page, or on the next, can have its date there.
    private static bool IsAtPageEdge(int index, int count) => index == 0 || index == count - 1;

    /// <summary>The heights between the first and the last line at which shaded areas begin or end across all columns.</summary>
    private static List<List<Rule>> Levels(TableColumns columns, List<CellLine> lines, IReadOnlyList<Shape> shadings)
    {
        var edges = shadings
            .Where(area => area.Right > columns.Left && area.Left < columns.Right)
            .SelectMany(area => new[] { new Rule(area.Top, area.Left, area.Right), new Rule(area.Bottom, area.Left, area.Right) })
            .Where(edge => edge.Y < lines[0].Middle && edge.Y > lines[^1].Middle)
            .OrderByDescending(edge => edge.Y);
        var levels = new List<List<Rule>>();
        foreach (var edge in edges)
        {
            if (levels.Count == 0 || levels[^1][0].Y - edge.Y > SameLevel) levels.Add([]);
            levels[^1].Add(edge);
        }

        return levels.FindAll(level => Enumerable.Range(0, columns.Count).All(column => columns.IsRuled(level, column)));
    }
}
