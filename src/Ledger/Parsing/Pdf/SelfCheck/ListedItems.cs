using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>In bulleted criteria, text before the first item, or an item that begins within a line, belongs to another column or row.</summary>
internal sealed partial class ListedItems
{
    private const int Enough = 5;
    private const double Most = 0.5;

    private readonly int? _column;
    private readonly bool _areLists;

    public ListedItems(ColumnMap map, IReadOnlyList<RowOnPage> rows)
    {
        _column = map.IndexOf(ReportField.Criteria);
        if (_column is not { } column) return;
        var filled = rows.Where(row => row.Cells[column].Count > 0).ToList();
        _areLists = filled.Count >= Enough && filled.Count(row => IsItem(row.Cells[column][0]) || HasItem(row.Cells[column][0])) > Most * filled.Count;
    }

    public TableDoubt? In(RowOnPage row) =>
        _areLists && row.Cells[_column!.Value] is { Count: > 0 } cell && !IsItem(cell[0])
            ? new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(cell[0])} is not marked as the criteria of other rows are: it may be of another row or column.", row.Page)
            : null;

    private static bool IsItem(string line) => CellReader.StartsWithBullet(line) || Mark().IsMatch(line);

    private static bool HasItem(string line) => MarkWithin().IsMatch(line) || line.Any(letter => CellReader.StartsWithBullet(letter.ToString()));

    [GeneratedRegex(@"^[–—*o-]\s")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s[–—]\s+\p{Lu}")]
    private static partial Regex MarkWithin();
}
