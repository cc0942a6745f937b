using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>
/// Reads the rows of one sheet: the last header above a row determines its meaning. Headers are recognized by their words at any
/// position; a sheet can contain one table, several below each other, or none.
/// </summary>
/// <param name="isHidden">Whether the sheet doesn't show a column, from 0.</param>
internal sealed class SheetTables(WorkbookSheet sheet, TabularReport report, ArrivalId id, Func<int, bool> isHidden)
{
    private ColumnMap? _columns;
    private (int Name, int Value)? _pairs;
    private SheetRow? _held;
    private bool _isRestOfHeader;
    private bool _hasHiddenRow;
    private readonly HashSet<int> _hiddenColumns = [];

    /// <returns>Null, or the reason why the file is refused.</returns>
    public Refusal? Add(SheetRow row)
    {
        WithoutHidden(row);
        if (row.Cells.Count == 0) return null;
        if (row.Number is < 1 or > CellPosition.Rows) return new Refusal(RefusalCodes.DamagedFile, $"No sheet has a {new FileLine(row.Number, sheet.Name)}.", null);

        // A header can take two rows.
        var held = _held;
        _held = row;
        return held is null ? null : Read(held, row.Number == held.Number + 1 ? row.ToTableRow() : null);
    }

    // Hidden content isn't read; a former column may have the same header as the one that is shown.
    private void WithoutHidden(SheetRow row)
    {
        var at = new FileLine(row.Number, sheet.Name);
        if (row.IsHidden && row.Cells.Count > 0)
        {
            if (!_hasHiddenRow) Remark("hidden-row", $"A row is hidden: {at}. It and other hidden rows of the sheet are not read.", at);
            _hasHiddenRow = true;
            row.Cells.Clear();
        }

        foreach (var column in row.Cells.Keys.Where(isHidden).ToList())
        {
            if (_hiddenColumns.Add(column))
                Remark("hidden-column", $"Column {column + 1} is hidden, with “{SheetHeader.Text(row.Cells[column].Lines)}” in {at}; its contents are not read.", at);
            row.Cells.Remove(column);
        }
    }

    /// <summary>Reads the last row.</summary>
    /// <returns>Null, or the reason why the file is refused.</returns>
    public Refusal? Finish() => _held is { } last ? Read(last, null) : null;

    private Refusal? Read(SheetRow row, TableRow? next)
    {
        if (_isRestOfHeader)
        {
            _isRestOfHeader = false;
            return null;
        }

        var (at, table) = (new FileLine(row.Number, sheet.Name), row.ToTableRow());
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

    private Refusal? AddRow(ColumnMap columns, TableRow table, SheetRow row, FileLine at)
    {
        // With all sections in one sheet, the sentence of a section is below the table of the preceding one.
        if (row.Cells.Count == 1 && CellReader.Join(table.Cells[^1]) is { } text && TabularReport.StatesTotal(text)) return report.AddProse(text, at);

        foreach (var field in columns.Fields)
            if (row.Cells.TryGetValue(columns.IndexOf(field)!.Value, out var cell) && cell.IsUncalculated)
                return Uncalculated(at, FieldName(field));

        // Text beside the table, below none of its headers, belongs to no column.
        return table.Cells.Index().Any(cell => cell.Item.Count > 0 && (columns.FieldOf(cell.Index) is not null || !columns.UnknownColumns.Contains(cell.Index)))
            ? report.Add(columns, table, at)
            : null;
    }

    private Refusal? AddValue(TableRow table, SheetRow row, FileLine at)
    {
        if (row.Cells.Values.Any(cell => cell.IsUncalculated)) return Uncalculated(at, "value");
        var filled = table.Cells.Where(cell => cell.Count > 0).ToList();
        var name = CellReader.Join(_pairs is { } pairs ? Cell(table, pairs.Name) : filled[0]);
        if (_pairs is null && (filled.Count < 2 || name is null || !ReportValues.IsName(name)))
        {
            var text = string.Join(' ', filled.SelectMany(cell => cell));
            report.Values.AddTitle(text);
            return filled.Count == 1 ? report.AddProse(text, at) : null;
        }

        if (name is not null) return report.Add(name, _pairs is { } columns ? Cell(table, columns.Value) : filled[1], at);
        Remark($"The content of {at} has no name; it is left out.", at);
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

    private void Remark(string message, FileLine at) => Remark("unreadable-value", message, at);

    private void Remark(string code, string message, FileLine at) =>
        report.Remarks.Add(new Check(code, CheckSeverity.Warning, message, new SourceLocation(id, at.Line, null)));

    private static Refusal Uncalculated(FileLine at, string field) => new(
        RefusalCodes.DamagedFile,
        $"A cell in {at} holds a formula whose value is not in the file. Open the file in a spreadsheet program, save it, and drop it again.",
        at.Line,
        field);

    private static string FieldName(ReportField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];
}
