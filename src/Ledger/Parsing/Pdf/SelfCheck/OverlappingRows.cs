using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>A row ends above the next one. Where a line is printed above the end of an earlier row, lines may be in the wrong one.</summary>
internal sealed class OverlappingRows
{
    // Relative to the font size.
    private const double Above = 0.3;

    private readonly HashSet<int> _doubts = [];

    public OverlappingRows(ColumnMap map, IReadOnlyList<RowOnPage> rows)
    {
        // A cell that applies to several rows may be printed at any of them.
        var shared = map.Section == ReportSection.Listed ? [] : MergedCells.Mergeable;
        var (highest, isOverlapped) = ((Index: -1, Top: double.NegativeInfinity), false);
        for (var index = rows.Count - 1; index >= 0; index--)
        {
            var row = rows[index];
            if (index + 1 < rows.Count && rows[index + 1].Page != row.Page) (highest, isOverlapped) = ((-1, double.NegativeInfinity), false);
            var own = row.Lines.Where(line => line.Page == row.Page && !shared.Any(field => row.Columns.Map.IndexOf(field) == line.Column)).ToList();
            if (own.Count == 0) continue;
            var last = own.MinBy(line => line.Baseline)!;
            if (highest.Top > last.Baseline + (Above * last.Size))
            {
                _doubts.Add(index);
                _doubts.Add(highest.Index);
                isOverlapped = true;
            }
            else if (isOverlapped)
            {
                // The line may belong to the row that it follows.
                _doubts.Add(index);
                isOverlapped = false;
            }

            var top = own.Max(line => line.Baseline);
            if (top > highest.Top) highest = (index, top);
        }
    }

    public TableDoubt? In(int index, RowOnPage row) =>
        _doubts.Contains(index)
            ? new TableDoubt(DoubtCodes.UncertainRow, "In this row, or in one next to it, a line is printed above the end of an earlier row: lines of these rows may be in the wrong one.", row.Page)
            : null;
}
