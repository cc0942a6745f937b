using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// In bulleted criteria, text before the first item, or an item that begins within a line, belongs to another column or row. So may
/// lines that are set apart, or are listed twice.
/// </summary>
internal sealed partial class ListedItems
{
    private const int Enough = 5;
    private const double Most = 0.5;
    private const int EnoughRows = 8;
    private const double MostFilled = 0.85;

    // In characters: the lines of two items can end alike, but not in so many words.
    private const int LongLine = 30;

    // In parts of the size of the type; of what rows are further apart than lines; and of all spaces.
    private const double Distinct = 0.15;
    private const double NearlyAsRows = 0.7;
    private const double MostApart = 0.2;

    private readonly int? _column;
    private readonly bool _areLists;
    private readonly Dictionary<int, string> _doubts = [];

    public ListedItems(ColumnMap map, IReadOnlyList<RowOnPage> rows)
    {
        _column = map.IndexOf(ReportField.Criteria);
        if (_column is not { } column) return;
        var filled = rows.Where(row => row.Cells[column].Count > 0).ToList();
        _areLists = filled.Count >= Enough && filled.Count(row => IsItem(row.Cells[column][0]) || HasItem(row.Cells[column][0])) > Most * filled.Count;
        FindMissing(rows, column, filled.Count);
        FindRepeated(rows, column);
        FindApart(rows);
    }

    public TableDoubt? In(int index, RowOnPage row) =>
        _doubts.TryGetValue(index, out var reason)
            ? new TableDoubt(DoubtCodes.UncertainRow, reason, row.Page)
            : _areLists && row.Cells[_column!.Value] is { Count: > 0 } cell && !IsItem(cell[0])
            ? new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(cell[0])} is not marked as the criteria of other rows are: it may be of another row or column.", row.Page)
            : null;

    // Where the other rows have criteria, those of one that has none are read into the rows beside it.
    private void FindMissing(IReadOnlyList<RowOnPage> rows, int column, int filled)
    {
        if (rows.Count < EnoughRows || filled == rows.Count || filled < MostFilled * rows.Count) return;
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].Cells[column].Count > 0) continue;
            for (var near = Math.Max(0, index - 1); near <= Math.Min(rows.Count - 1, index + 1); near++)
                _doubts.TryAdd(near, "Of this row and those beside it one has no criteria, as other rows do: they may be in the wrong one of them.");
        }
    }

    // A policy doesn't name a criterion twice.
    private void FindRepeated(IReadOnlyList<RowOnPage> rows, int column)
    {
        foreach (var (index, row) in rows.Index())
            if (row.Cells[column].Where(line => IsItem(line) || line.Length >= LongLine).GroupBy(WithoutMark).FirstOrDefault(line => line.Count() > 1) is { } twice)
                Doubt(rows, index, $"{TableSelfCheck.Quote(twice.Key)} is listed twice: one may be a criterion of the row above or below.");
    }

    /// <summary>A space between two lines of a row that is as wide as those between rows, where hardly any is.</summary>
    private void FindApart(IReadOnlyList<RowOnPage> rows)
    {
        var cells = rows.Select(row => row.Lines.Where(line => line.Page == row.Page && row.Columns.Map.IndexOf(ReportField.Criteria) == line.Column).ToList()).ToList();
        var within = cells.SelectMany((cell, index) => cell.Zip(cell.Skip(1)).Select(pair => (Row: index, pair.Second, Space: pair.First.Baseline - pair.Second.Baseline))).ToList();
        var between = cells.Zip(cells.Skip(1)).Where(pair => pair.First.Count > 0 && pair.Second.Count > 0 && pair.First[0].Page == pair.Second[0].Page)
            .Select(pair => pair.First[^1].Baseline - pair.Second[0].Baseline).ToList();
        if (within.Count < Enough || between.Count < Enough) return;
        var (usual, rowsApart) = (Median(within.Select(space => space.Space)), Median(between));
        if (rowsApart - usual < Distinct * within[0].Second.Size) return;
        var apart = within.FindAll(space => space.Space > usual + (NearlyAsRows * (rowsApart - usual)));
        if (apart.Count > MostApart * within.Count) return;
        foreach (var (index, line, _) in apart)
            Doubt(rows, index, $"{TableSelfCheck.Quote(line.Text)} is as far below the previous line as rows are apart: it may belong to another row.");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private void Doubt(IReadOnlyList<RowOnPage> rows, int index, string reason)
    {
        _doubts.TryAdd(index, reason);
        if (index + 1 < rows.Count) _doubts.TryAdd(index + 1, reason);
        if (index > 0 && rows[index - 1].Page != rows[index].Page) _doubts.TryAdd(index - 1, reason);
    }

    private static bool IsItem(string line) => CellReader.StartsWithBullet(line) || Mark().IsMatch(line);

    private static bool HasItem(string line) => MarkWithin().IsMatch(line) || line.Any(letter => CellReader.StartsWithBullet(letter.ToString()));

    private static string WithoutMark(string line) => LeadingMark().Replace(line, "");

    [GeneratedRegex(@"^\W+")]
    private static partial Regex LeadingMark();

    [GeneratedRegex(@"^[–—*o-]\s")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s[–—]\s+\p{Lu}")]
    private static partial Regex MarkWithin();
}
