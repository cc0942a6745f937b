namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Columns can be so close that the space between them is as narrow as the space between two words. Where a column's lines
/// begin below the left edge of its header, and no word runs across that edge, that is where the column begins.
/// </summary>
internal static class LeftEdges
{
    // In points.
    private const double SameEdge = 1;
    private const double BeforeEdge = 0.3;

    private const int EnoughLines = 3;
    private const double MostLines = 0.9;

    /// <summary>Where to cut before a column whose lines share the left edge of its header; null where they don't.</summary>
    /// <param name="gap">The space between the header and the one before it.</param>
    /// <param name="right">Where the column's header ends.</param>
    public static double? CutBefore(IReadOnlyList<PdfWord> words, ColumnGap gap, double right)
    {
        var edge = gap.Right + BeforeEdge;
        if (words.Any(word => word.Left < edge - SameEdge && word.Right > edge + BeforeEdge)) return null;

        var (begun, lines) = (0, 0);
        foreach (var line in words.Where(word => word.Left >= edge - SameEdge && word.Left < right).GroupBy(word => Math.Round(word.Baseline, 1)))
        {
            lines++;
            if (line.Min(word => word.Left) <= edge + SameEdge) begun++;
        }

        return begun >= EnoughLines && begun >= MostLines * lines ? edge - BeforeEdge : null;
    }
}
