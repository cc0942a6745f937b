using DetainerLedger.Checks;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>
/// Reads the rows of one sheet: what a row is, the last header above it tells. Headers are known by their words wherever
/// they stand; a sheet can hold one table, several below each other, or none.
/// </summary>
internal sealed class SheetTables(WorkbookSheet sheet, TabularReport report, ReportId id)
{
    private ColumnMap? _columns;
    private (int Name, int Value)? _pairs;
    private SheetRow? _held;
    private bool _isRestOfHeader;

    /// <returns>Null, or why the file is refused.</returns>
    public Refusal? Add(SheetRow row)
    {
        if (row.Cells.Count == 0) return null;
        if (row.Number is < 1 or > CellPosition.Rows) return new Refusal(RefusalCodes.DamagedFile, $"No sheet has a {new Spot(row.Number, sheet.Name)}.", null);

        // What a header says can take two rows.
        var held = _held;
        _held = row;
        return held is null ? null : Read(held, row.Number == held.Number + 1 ? row.ToTableRow() : null);
    }

    /// <summary>Reads the last row.</summary>
    /// <returns>Null, or why the file is refused.</returns>
    public Refusal? Finish() => _held is { } last ? Read(last, null) : null;

    private Refusal? Read(SheetRow row, TableRow? next)
    {
        if (_isRestOfHeader)
        {
            _isRestOfHeader = false;
            return null;
        }

        var (at, table) = (new Spot(row.Number, sheet.Name), row.ToTableRow());
        if (SheetHeader.Of(table, next, sheet.Name, _columns is not null) is { } header)
        {
            (_columns, _pairs, _isRestOfHeader) = (header.Columns, null, header.Rows == 2);
            return report.Begin(header.Columns, at);
        }

        if (PairsIn(table) is { } pairs)
        {
            (_columns, _pairs) = (null, pairs);
            return null;
        }

        return _columns is not null ? AddRow(_columns, table, row, at) : AddValue(table, row, at);
    }

    private Refusal? AddRow(ColumnMap columns, TableRow table, SheetRow row, Spot at)
    {
        foreach (var field in columns.Fields)
            if (row.Cells.TryGetValue(columns.IndexOf(field)!.Value, out var cell) && cell.IsUncalculated)
                return Uncalculated(at, Say(field));

        var filled = columns.Fields.Where(field => columns.Lines(field, table).Count > 0).ToList();
        if (filled.Count == 0) return null;
        if (filled is not [ReportField.Place]) return report.Add(columns, table, at);

        // A place alone states nothing: it is a remark below the table.
        Remark($"“{CellReader.Join(columns.Lines(ReportField.Place, table))}” stands alone in {at}: it is no row of the table and is left out.", at);
        return null;
    }

    private Refusal? AddValue(TableRow table, SheetRow row, Spot at)
    {
        if (row.Cells.Values.Any(cell => cell.IsUncalculated)) return Uncalculated(at, "value");
        var filled = table.Cells.Where(cell => cell.Count > 0).ToList();
        var name = CellReader.Join(_pairs is { } pairs ? Cell(table, pairs.Name) : filled[0]);
        if (_pairs is null && (filled.Count < 2 || name is null || !ReportValues.IsName(name)))
        {
            report.Values.AddTitle(string.Join(' ', filled.SelectMany(cell => cell)));
            return null;
        }

        if (name is not null) return report.Add(name, _pairs is { } columns ? Cell(table, columns.Value) : filled[1], at);
        Remark($"What stands in {at} has no name; it is left out.", at);
        return null;
    }

    private static (int Name, int Value)? PairsIn(TableRow row)
    {
        string[] headers = [.. row.Cells.Select(SheetHeader.Text)];
        var name = Array.FindIndex(headers, header => header.ToUpperInvariant() is "NAME" or "FIELD" or "ITEM");
        var value = Array.FindIndex(headers, header => header.ToUpperInvariant() is "VALUE" or "TEXT");
        return name >= 0 && value >= 0 ? (name, value) : null;
    }

    private static IReadOnlyList<string> Cell(TableRow row, int column) => column < row.Cells.Count ? row.Cells[column] : [];

    private void Remark(string message, Spot at) =>
        report.Remarks.Add(new Check("unreadable-value", CheckSeverity.Warning, message, new SourceLocation(id, at.Line, null)));

    private static Refusal Uncalculated(Spot at, string field) => new(
        RefusalCodes.DamagedFile,
        $"A cell in {at} holds a formula whose value is not in the file. Open the file in a spreadsheet program, save it, and drop it again.",
        at.Line,
        field);

    private static string Say(ReportField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];
}
