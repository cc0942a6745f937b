using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// Where rows have no place, the text of a cell that spanned several rows may have been printed elsewhere, over another
/// row's text. An agency that is printed with two places then shows which rows are affected.
/// </summary>
internal sealed class LostPlaces
{
    private readonly ColumnMap _map;
    private readonly bool _areLost;
    private readonly HashSet<string> _agencies = [];

    public LostPlaces(ColumnMap map, IReadOnlyList<RowOnPage> rows)
    {
        _map = map;
        _areLost = map.Section == ReportSection.Declined && rows.Any(row => map.IndexesOf(ReportField.Place).All(column => row.Cells[column].Count == 0));
        if (!_areLost || !map.Has(ReportField.Agency)) return;
        _agencies = rows.GroupBy(row => row.Text(map, ReportField.Agency) ?? "")
            .Where(agency => agency.Select(row => row.Text(map, ReportField.Place)).Distinct().Count() > 1)
            .Select(agency => agency.Key).ToHashSet();
    }

    public TableDoubt? In(RowOnPage row) =>
        _areLost && (!_map.Has(ReportField.Agency) || _agencies.Contains(row.Text(_map, ReportField.Agency) ?? ""))
            ? new TableDoubt(DoubtCodes.UncertainRow, "Other rows of the table have lost their place, and it may be printed in this row.", row.Page)
            : null;
}
