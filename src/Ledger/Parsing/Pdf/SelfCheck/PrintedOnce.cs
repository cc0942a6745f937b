using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// A place or an agency that is printed once for several rows is printed beside the first of them if the others of the table are.
/// Rows above such a cell, which were read as its rows, may belong to the cell above: to one on the preceding page, for example.
/// </summary>
internal sealed class PrintedOnce
{
    private const int Enough = 3;
    private const double Most = 0.7;

    // Relative to the font size.
    private const double Level = 0.6;

    private readonly Dictionary<int, string> _doubts = [];

    public PrintedOnce(ColumnMap map, IReadOnlyList<RowOnPage> rows)
    {
        if (map.Section != ReportSection.Declined) return;

        // Of a city and its county, either may be missing.
        foreach (var field in MergedCells.Mergeable.Where(field => map.IndexesOf(field).Count == 1)) Question(map, rows, field);
    }

    public TableDoubt? In(int index, RowOnPage row) =>
        _doubts.TryGetValue(index, out var text)
            ? new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(text)} was read for this row and is printed below it, as no or few other cells of several rows are: the row may belong to the cell above.", row.Page)
            : null;

    private void Question(ColumnMap map, IReadOnlyList<RowOnPage> rows, ReportField field)
    {
        var texts = rows.Select(row => row.Text(map, field)).ToList();
        var (level, elsewhere, others) = (0, 0, new List<(int First, int End, bool IsAtTop)>());
        for (var (first, end) = (0, 0); first < rows.Count; first = end)
        {
            end = first + 1;
            while (end < rows.Count && rows[end].Page == rows[first].Page && texts[end] == texts[first]) end++;
            if (end - first < 2 || texts[first] is null || (first > 0 && texts[first - 1] == texts[first])) continue;
            if (IsBeside(rows[first], field)) level++;
            else if (BesideOthers(rows, first, end, field) is { } beside) others.Add((first, beside, IsAtTop(rows, first)));
            else elsewhere++;
        }

        // Where no cell shows that they can be printed below their first row, those at the top of a page may be of the page before,
        // and all cells of such a page may be of fewer rows than they were read for.
        var areBeside = level >= Enough && level >= Most * (level + others.Count);
        var pages = others.Where(cell => cell.IsAtTop).Select(cell => rows[cell.First].Page).ToHashSet();
        var isShown = elsewhere > 0 || others.Exists(cell => !pages.Contains(rows[cell.First].Page));
        foreach (var (first, end, _) in others.Where(cell => areBeside || (!isShown && pages.Contains(rows[cell.First].Page))))
            for (var index = first; index < end; index++) _doubts.TryAdd(index, texts[index]!);
    }

    // On a later page, and without lines that show which rows a cell spans.
    private static bool IsAtTop(IReadOnlyList<RowOnPage> rows, int first) =>
        first > 0 && rows[first - 1].Page != rows[first].Page && rows[first].SharedCells.TrueForAll(cell => cell == SharedCell.Undecided);

    // The first row below the first that the cell is printed in.
    private static int? BesideOthers(IReadOnlyList<RowOnPage> rows, int first, int end, ReportField field)
    {
        if (Cell(rows[first], field) is not null) return null;
        for (var index = first + 1; index < end; index++)
            if (Cell(rows[index], field) is not null) return index;
        return null;
    }

    private static bool IsBeside(RowOnPage row, ReportField field) =>
        Cell(row, field) is { } cell && row.Lines.Any(line => line.Page == row.Page && line.Column != cell.Column && Math.Abs(line.Baseline - cell.Baseline) < Level * cell.Size);

    private static CellLine? Cell(RowOnPage row, ReportField field) =>
        row.Columns.Map.IndexOf(field) is { } column ? row.Lines.FirstOrDefault(line => line.Column == column && line.Page == row.Page) : null;
}
