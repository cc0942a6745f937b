using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <param name="State">The state of a heading above the row, or of the column of states in an earlier row; null if there is none.</param>
/// <param name="IsFromColumn">Whether the state is that of a row above, where the column of states precedes the places and is left blank below.</param>
internal readonly record struct BodyRow(TableRow Row, string? State, bool IsFromColumn = false);

/// <summary>
/// The rows of a table that state facts. Totals, headings, notes and continuation marks are recognized and left out; any other
/// row that states no fact is left out with a check. A value printed once for several rows is filled in.
/// </summary>
internal sealed class TableBody
{
    private readonly ColumnMap _columns;
    private readonly IReadOnlyList<TableRow> _rows;
    private readonly ArrivalId _report;
    private readonly List<BodyRow> _kept = [];
    private readonly List<Check> _remarks = [];
    private readonly List<Notice> _notes = [];
    private readonly BlankCells _blanks;
    private TableRow? _above;
    private string? _state;
    private string? _groupState;

    private TableBody(ColumnMap columns, IReadOnlyList<TableRow> rows, ArrivalId report) =>
        (_columns, _rows, _report, _blanks) = (columns, rows, report, new BlankCells(columns, rows));

    public IReadOnlyList<BodyRow> Rows => _kept;

    public IReadOnlyList<Check> Remarks => _remarks;

    /// <summary>The notices between the rows, or below them.</summary>
    public IReadOnlyList<Notice> Notes => _notes;

    /// <summary>The total of the table, as stated by a row of its own; null if there is none.</summary>
    public int? Total { get; private set; }

    public static TableBody Of(ColumnMap columns, IReadOnlyList<TableRow> rows, ArrivalId report)
    {
        var body = new TableBody(columns, rows, report);
        for (var index = 0; index < rows.Count; index++) body.Read(index);
        return body;
    }

    /// <summary>Whether a row is recognized by its words as a total, a heading, a note or a continuation mark.</summary>
    public static bool IsApart(ColumnMap columns, TableRow row)
    {
        var body = new TableBody(columns, [row], default);
        var filled = body.Filled(row);
        if (filled.Count == 0) return false;
        var (place, first) = (body.Place(row), Text(row, filled[0]));
        return filled.Count == 1
            ? RowWords.IsTotal(first) || RowWords.IsContinuation(first) || RowWords.IsNote(first)
            : RowWords.IsTotal(place ?? first) && filled.TrueForAll(column => body.IsOfTotal(row, column));
    }

    private void Read(int index)
    {
        var row = _rows[index];
        var filled = Filled(row);
        if (filled.Count == 0)
        {
            _remarks.AddRange(RowSelfCheck.Of(_columns, row, new SourceLocation(_report, row.Page, null)));
            return;
        }

        if (IsHeader(row, filled)) return;

        var (place, first) = (Place(row), Text(row, filled[0]));
        var lead = place ?? first;
        if (RowWords.IsTotal(lead) && filled.TrueForAll(column => IsOfTotal(row, column)))
        {
            AddTotal(lead, row);
            return;
        }

        if (filled.Count == 1) ReadAlone(index, filled[0], first);
        else if (IsGroup(index, filled)) _above = row;
        else Keep(place is not null && RowWords.IsContinuation(place) ? Replaced(row, RowWords.WithoutContinuation(place)) : row);
    }

    /// <summary>Reads a row with a single text.</summary>
    private void ReadAlone(int index, int column, string text)
    {
        if (RowWords.IsSectionTitle(text)) return;
        if (RowWords.IsContinuation(text))
        {
            // Below "Travis County (continued)" the place may be omitted. If it is that of the row above, so is the agency.
            if (RowWords.WithoutContinuation(text) is { } place && IsPlaceBlank(index + 1) && !IsPlaceOf(_above, place)) _above = Replaced(_rows[index], place);
            return;
        }

        if (StateNames.FindByFullName(text.TrimEnd(':', ' ')) is { } state && Next(index) is { } next && (StateOf(next) is not { } of || of == state))
        {
            // Within the rows of a place, a heading of its own state doesn't end them.
            if (_above is null || StateOf(_above) != state) _above = null;
            _state = state.Name;
            return;
        }

        if (RowWords.IsNote(text))
        {
            _notes.Add(new Notice(text, new SourceLocation(_report, _rows[index].Page, null)));
            return;
        }

        if (_columns.FieldOf(column) == ReportField.Place && IsGroup(index, [column]))
        {
            _above = _rows[index];
            return;
        }

        // A truncated cell, a note, a footnote: its text belongs to no fact.
        _remarks.Add(new Check(
            "unreadable-value",
            CheckSeverity.Warning,
            $"“{Short(text)}” is alone in a row of {ColumnChecks.Name(_columns.Section)}: it is not a row of the table and is left out.",
            new SourceLocation(_report, _rows[index].Page, null)));
    }

    private void Keep(TableRow row)
    {
        TableRow? doubtful = null;
        if (_columns.Section != ReportSection.Listed && _above is { } above)
        {
            (row, doubtful) = _blanks.Fill(row, above);
            if (doubtful is not null) QuestionAgency(row, above);
        }

        var state = CellReader.Join(_columns.Lines(ReportField.State, row));
        _groupState = state ?? _groupState;
        _kept.Add(state is null && _state is null && _groupState is not null && StateLeads ? new BodyRow(row, _groupState, IsFromColumn: true) : new BodyRow(row, _state));

        // As if the agency above were the row's own too: the same doubt applies to the rows below.
        _above = doubtful ?? row;
    }

    private void QuestionAgency(TableRow row, TableRow above) => _remarks.Add(new Check(
        "blank-agency",
        CheckSeverity.Warning,
        $"The agency is left blank below “{Short(CellReader.Join(_columns.Lines(ReportField.Agency, above)) ?? "")}” in a row of the same place: it may be that of this row too.",
        new SourceLocation(_report, row.Page, _kept.Count + 1)));

    private bool StateLeads => _columns.IndexOf(ReportField.State) < _columns.IndexOf(ReportField.Place);

    /// <summary>Whether a row names a place, and nothing else, for the rows below it.</summary>
    private bool IsGroup(int index, List<int> filled) =>
        _columns.Section != ReportSection.Listed && Place(_rows[index]) is not null
        && filled.TrueForAll(column => _columns.FieldOf(column) is ReportField.Place or ReportField.State) && IsPlaceBlank(index + 1);

    private bool IsPlaceBlank(int index) =>
        index < _rows.Count && Place(_rows[index]) is null && !IsFilled(_rows[index], ReportField.State) && Filled(_rows[index]).Count > 0;

    private TableRow? Next(int index) => _rows.Skip(index + 1).FirstOrDefault(row => Filled(row).Count > 1);

    private State? StateOf(TableRow row)
    {
        var printed = CellReader.Join(_columns.Lines(ReportField.State, row)) ?? CellReader.PlaceAndAor(Place(row)).Place?.Split(',')[^1];
        return StateNames.Find(printed);
    }

    private bool IsPlaceOf(TableRow? row, string place) =>
        row is not null && (place == Place(row) || place == $"{Place(row)}, {CellReader.Join(_columns.Lines(ReportField.State, row))}");

    private void AddTotal(string text, TableRow row)
    {
        if (!RowWords.IsGrandTotal(text)) return;
        var field = _columns.Section == ReportSection.Issued ? ReportField.Count : ReportField.DeclinedOn;
        Total ??= CellReader.Count(CellReader.Join(_columns.Lines(field, row))) ?? RowWords.NumberAtEnd(text);
    }

    // A total has at most a number, and possibly its state.
    private bool IsOfTotal(TableRow row, int column) =>
        Text(row, column) is var text && (RowWords.IsTotal(text) || CellReader.Count(text) is not null || _columns.FieldOf(column) is ReportField.State or ReportField.Place);

    private bool IsHeader(TableRow row, List<int> filled) =>
        filled.Count > 1 && filled.TrueForAll(column => column < _columns.Headers.Count && string.Equals(Text(row, column), _columns.Headers[column], StringComparison.OrdinalIgnoreCase));

    private TableRow Replaced(TableRow row, string? place)
    {
        var cells = row.Cells.ToArray();
        foreach (var column in _columns.IndexesOf(ReportField.Place).Where(column => column < cells.Length))
        {
            cells[column] = place is null ? [] : [place];
            place = null;
        }

        return row with { Cells = cells };
    }

    private List<int> Filled(TableRow row)
    {
        var filled = new List<int>();
        for (var column = 0; column < row.Cells.Count; column++)
            if (row.Cells[column].Count > 0 && _columns.FieldOf(column) is not null && CellReader.Join(row.Cells[column]) is not null)
                filled.Add(column);
        return filled;
    }

    private bool IsFilled(TableRow row, ReportField field) => CellReader.Join(_columns.Lines(field, row)) is not null;

    private string? Place(TableRow row) => CellReader.Join(_columns.Lines(ReportField.Place, row));

    private static string Text(TableRow row, int column) => CellReader.Join(row.Cells[column]) ?? "";

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
