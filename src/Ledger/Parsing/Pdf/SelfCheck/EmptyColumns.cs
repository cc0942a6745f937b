using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>A column with a header but no values may have been cut at the wrong position: its cells would be in the adjacent column.</summary>
internal sealed class EmptyColumns(ColumnMap map, IReadOnlyList<RowOnPage> rows)
{
    private const int Enough = 4;

    private readonly string? _header = rows.Count < Enough ? null : map.Fields
        .Where(field => field != ReportField.Disposition && rows.All(row => row.Text(map, field) is null))
        .Select(field => map.Headers[map.IndexOf(field)!.Value]).FirstOrDefault();

    public TableDoubt? In(RowOnPage row) =>
        _header is null ? null : new TableDoubt(DoubtCodes.UncertainRow, $"The column {TableSelfCheck.Quote(_header)} is empty in every row: its contents may be in another column.", row.Page);
}
