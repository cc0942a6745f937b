namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Columns can be so close together that the space between them is as narrow as the space between two words. Where the lines of a
/// column begin below the left edge of its header, and no word crosses that edge, the column begins there.
/// </summary>
internal static class LeftEdges
{
    // In points.
    private const double SameEdge = 1;
    private const double BeforeEdge = 0.3;

    private const int EnoughLines = 3;
    private const double MostLines = 0.9;

    /// <summary>The cut before a column whose lines share the left edge of its header; null if they don't.</summary>
    /// <param name="gap">The space between this header and the preceding one.</param>
    /// <param name="right">The right end of the column's header.</param>
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
