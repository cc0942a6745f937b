namespace DetainerLedger.Corpus.Oracle;

/// <summary>
/// Pairs the rows that were read with those that were printed, in their order, at the least cost: a pair costs the number of its
/// cells that differ, a row without a partner a little more than half its cells. A row that shares nothing with a printed one is
/// a made-up row, not a changed one.
/// </summary>
internal static class RowAlignment
{
    public static IReadOnlyList<(Row? Expected, Row? Actual)> Of(IReadOnlyList<Row> expected, IReadOnlyList<Row> actual)
    {
        var cells = expected.Concat(actual).Select(row => row.Cells.Count).FirstOrDefault();
        var alone = (cells / 2.0) + 0.25;
        var costs = new double[expected.Count + 1, actual.Count + 1];
        for (var e = 1; e <= expected.Count; e++) costs[e, 0] = e * alone;
        for (var a = 1; a <= actual.Count; a++) costs[0, a] = a * alone;
        for (var e = 1; e <= expected.Count; e++)
        {
            for (var a = 1; a <= actual.Count; a++)
                costs[e, a] = Math.Min(costs[e - 1, a - 1] + Cost(expected[e - 1], actual[a - 1]), alone + Math.Min(costs[e - 1, a], costs[e, a - 1]));
        }

        var pairs = new List<(Row?, Row?)>();
        var (i, j) = (expected.Count, actual.Count);
        while (i > 0 || j > 0)
        {
            if (i > 0 && j > 0 && costs[i, j] >= costs[i - 1, j - 1] + Cost(expected[i - 1], actual[j - 1])) pairs.Add((expected[--i], actual[--j]));
            else if (i > 0 && costs[i, j] >= costs[i - 1, j] + alone) pairs.Add((expected[--i], null));
            else pairs.Add((null, actual[--j]));
        }

        pairs.Reverse();
        return pairs;
    }

    private static int Cost(Row expected, Row actual) => Enumerable.Range(0, expected.Cells.Count).Count(cell => !CellComparison.AreEqual(expected.Cells[cell], actual.Cells[cell]));
}
