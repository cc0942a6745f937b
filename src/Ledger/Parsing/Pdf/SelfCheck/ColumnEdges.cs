using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// The lines of a column share their left edge, their middle or their right edge, and the font size. A line that
/// doesn't is a note, a page header or footer, or a stamp that got into the row.
/// </summary>
internal sealed class ColumnEdges
{
    // Fewer lines don't show how they are aligned; of more lines, this share must agree before an exception is reported.
    private const int Enough = 8;
    private const double Most = 0.9;
    private const double SameEdge = 1;
    private const double SameSize = 0.15;

    private static readonly Func<CellLine, double>[] Edges = [line => line.Left, line => (line.Left + line.Right) / 2, line => line.Right];

    private readonly Dictionary<(TableColumns, int), Shared> _shared;

    private ColumnEdges(Dictionary<(TableColumns, int), Shared> shared) => _shared = shared;

    public static ColumnEdges Of(IReadOnlyList<RowOnPage> rows) => new(
        rows.SelectMany(row => row.Lines.Where(line => line.Page == row.Page).Select(line => (row.Columns, Line: line)))
            .GroupBy(entry => (entry.Columns, entry.Line.Column), entry => entry.Line)
            .Where(column => column.Count() >= Enough)
            .ToDictionary(column => column.Key, column => Shared.By([.. column], column.Key.Columns.Map.IndexOf(ReportField.Criteria) == column.Key.Column)));

    public TableDoubt? In(RowOnPage row)
    {
        foreach (var line in row.Lines)
        {
            if (line.Page != row.Page || !_shared.TryGetValue((row.Columns, line.Column), out var shared) || shared.Holds(line) || GoesOn(row, line, shared)) continue;
            return new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(line.Text)} is not aligned as its column is: it may be no part of the row.", line.Page);
        }

        return null;
    }

    // A cell can be centred as a block, within which its lines share their left edge.
    private static bool GoesOn(RowOnPage row, CellLine line, Shared shared) =>
        row.Lines.FirstOrDefault(first => first.Page == line.Page && first.Column == line.Column) is { } first
        && first != line && shared.Holds(first) && shared.IsOfSize(line) && Math.Abs(first.Left - line.Left) <= SameEdge;

    /// <param name="Edge">Null if the lines of a column have no common alignment.</param>
    private sealed record Shared(Func<CellLine, double>? Edge, double At, double Size)
    {
        public static Shared By(List<CellLine> lines, bool isIndented)
        {
            var size = Commonest(lines, TypeSize, 0.1).At;
            if (isIndented) return new Shared(null, 0, size);

            // Centred numbers of two digits share their left edge too, until there is one of three.
            var (edge, (at, count)) = Edges.Select(edge => (edge, Commonest(lines, edge, SameEdge))).MaxBy(shared => shared.Item2.Count);
            return new Shared(count >= Most * lines.Count ? edge : null, at, size);
        }

        public bool IsOfSize(CellLine line) => Math.Abs(TypeSize(line) - Size) <= SameSize * Size;

        public bool Holds(CellLine line) => IsOfSize(line) && (Edge is null || Math.Abs(Edge(line) - At) <= SameEdge);

        // Bullets and footnote marks have sizes of their own.
        private static double TypeSize(CellLine line) => line.Words.MaxBy(word => word.Text.Length)!.Size;

        private static (double At, int Count) Commonest(List<CellLine> lines, Func<CellLine, double> of, double near)
        {
            var sorted = lines.Select(of).Order().ToList();
            var best = (At: 0.0, Count: 0);
            for (var (first, last) = (0, 0); last < sorted.Count; last++)
            {
                while (sorted[last] - sorted[first] > near) first++;
                if (last - first + 1 > best.Count) best = (sorted[(first + last) / 2], last - first + 1);
            }

            return best;
        }
    }
}
