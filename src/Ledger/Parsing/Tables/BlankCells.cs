namespace DetainerLedger.Parsing.Tables;

/// <summary>Fills in places, states and agencies that are printed once for several rows, and left blank below.</summary>
internal sealed class BlankCells
{
    private const int EnoughBlanks = 5;

    // A row of facts has more than a place and its state.
    private const int EnoughCells = 3;

    private readonly ColumnMap _columns;

    // Many agencies are blank, and none of them in the first row of a place: then each is that of the row above.
    private readonly Lazy<bool> _areAgenciesBlankBelow;

    public BlankCells(ColumnMap columns, IReadOnlyList<TableRow> rows)
    {
        _columns = columns;
        _areAgenciesBlankBelow = new(() => AreAgenciesBlankBelow(rows));
    }

    /// <returns>The row, and the same with the agency above if nothing shows whether that applies to it.</returns>
    public (TableRow Row, TableRow? Doubtful) Fill(TableRow row, TableRow above)
    {
        if (IsPlaced(row) || IsFilled(row, ReportField.State))
            return !IsPlaced(row) && IsOfAgency(row, above) ? (With(row, above, ReportField.Place), null) : SharesAPlace(row, above) ? WithLeadingAgency(row, above) : (row, null);

        var cells = Enumerable.Range(0, Math.Max(row.Cells.Count, above.Cells.Count)).Select(column => Cell(row, column)).ToArray();
        foreach (var column in PlaceColumns) cells[column] = Cell(above, column);

        // A cell that spans the rows below leaves theirs empty. An agency does so only below the same place, and from the left.
        // A column of no field, such as the name of the section in a text file, isn't a border.
        for (var column = 0; column < cells.Length && (IsMergeable(column) || _columns.FieldOf(column) is null); column++)
            if (cells[column].Count == 0 && IsMergeable(column))
                cells[column] = Cell(above, column);
        return (row with { Cells = cells }, null);
    }

    // If the agency comes first and is left blank below, it is that of the row above if only a part of the place is printed again.
    // Below the same place in full it may be that agency, or none.
    private (TableRow Row, TableRow? Doubtful) WithLeadingAgency(TableRow row, TableRow above)
    {
        if (_columns.IndexOf(ReportField.Agency) is not { } agency || IsFilled(row, ReportField.Agency) || !IsFilled(above, ReportField.Agency)) return (row, null);
        if (Enumerable.Range(0, agency).Any(column => _columns.FieldOf(column) is not null && !IsMergeable(column))) return (row, null);
        var filled = With(row, above, ReportField.Agency);
        return IsPlaceComplete(row, above) && !_areAgenciesBlankBelow.Value ? (row, filled) : (filled, null);
    }

    private bool AreAgenciesBlankBelow(IReadOnlyList<TableRow> rows)
    {
        var blank = 0;
        TableRow? last = null;
        foreach (var row in rows.Where(row => row.Cells.Where((cell, column) => cell.Count > 0 && _columns.FieldOf(column) is not null).Count() >= EnoughCells))
        {
            var isBlank = !IsFilled(row, ReportField.Agency);
            if (isBlank && (last is null || !SharesAPlace(row, last))) return false;
            if (isBlank) blank++;
            last = row;
        }

        return blank >= EnoughBlanks;
    }

    // Where only the place is left blank, the same agency in the same state is at the same place.
    private bool IsOfAgency(TableRow row, TableRow above) => IsSame(ReportField.State, row, above) && IsSame(ReportField.Agency, row, above);

    private bool IsSame(ReportField field, TableRow row, TableRow above) =>
        CellReader.Join(_columns.Lines(field, row)) is { } text && text.Equals(CellReader.Join(_columns.Lines(field, above)), StringComparison.OrdinalIgnoreCase);

    private TableRow With(TableRow row, TableRow above, ReportField field) => row with
    {
        Cells = [.. Enumerable.Range(0, Math.Max(row.Cells.Count, above.Cells.Count)).Select(column => Cell(_columns.FieldOf(column) == field ? above : row, column))],
    };

    private IEnumerable<int> PlaceColumns => _columns.IndexesOf(ReportField.Place).Concat(_columns.IndexesOf(ReportField.State));

    private bool SharesAPlace(TableRow row, TableRow above) =>
        _columns.IndexesOf(ReportField.Place).Any(column => CellReader.Join(Cell(row, column)) is { } place && place == CellReader.Join(Cell(above, column)));

    // Whether the row fills each column of the place and the state that the row above fills.
    private bool IsPlaceComplete(TableRow row, TableRow above) => PlaceColumns.All(column => Cell(above, column).Count == 0 || Cell(row, column).Count > 0);

    private bool IsMergeable(int column) => _columns.FieldOf(column) is ReportField.Place or ReportField.State or ReportField.Agency;

    private bool IsPlaced(TableRow row) => IsFilled(row, ReportField.Place);

    private bool IsFilled(TableRow row, ReportField field) => CellReader.Join(_columns.Lines(field, row)) is not null;

    private static IReadOnlyList<string> Cell(TableRow row, int column) => column < row.Cells.Count ? row.Cells[column] : [];
}
