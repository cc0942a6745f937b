using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <summary>One row of a table as a format provides it: the lines of the cells, and the page, line or sheet row where it begins.</summary>
/// <param name="Cells">By column; a cell has its lines from top to bottom, or none.</param>
public sealed record TableRow(int? Page, IReadOnlyList<IReadOnlyList<string>> Cells);

/// <summary>Converts the rows of every section's table into facts, in their order, and raises a check for values that can't be read.</summary>
public sealed class SectionRows(NameResolver places, ArrivalId report)
{
    private readonly List<IssuedVolume> _issued = [];
    private readonly List<DeclinedDetainer> _declines = [];
    private readonly List<PolicyListing> _listings = [];
    private readonly List<Check> _remarks = [];
    private readonly List<Notice> _notices = [];
    private readonly ResolvedNames _names = new(places);
    private int _unreadableCounts;

    public IReadOnlyList<IssuedVolume> Issued => _issued;

    public IReadOnlyList<DeclinedDetainer> Declines => _declines;

    public IReadOnlyList<PolicyListing> Listings => _listings;

    /// <summary>The sum of Section I's table, as stated by a row of its own; null if there is none.</summary>
    public int? IssuedTotal { get; private set; }

    /// <summary>The number of Section II's rows, as stated by a row of its own; null if there is none.</summary>
    public int? DeclinedTotal { get; private set; }

    /// <summary>The week that the report covers: it decides how dates with ambiguous day and month are read. Null if it isn't known.</summary>
    public ReportingWeek? Period { get; init; }

    /// <summary>Whether a font draws the text: if it lacks a character, the page shows something other than the text.</summary>
    public bool IsDrawn { get; init; }

    public IReadOnlyList<Check> Remarks => _remarks;

    /// <summary>The notices between the rows of the tables, or below them.</summary>
    public IReadOnlyList<Notice> Notices => _notices;

    public int Count => _issued.Count + _declines.Count + _listings.Count;

    /// <summary>Adds a whole table, with the checks of its columns.</summary>
    /// <param name="header">The page, line or sheet row of its header.</param>
    /// <param name="at">The same in words: <c>page 3</c>, <c>row 4 of the sheet “Declined”</c>.</param>
    /// <returns>Null, or the reason why the section can't be read.</returns>
    public Refusal? AddTable(ColumnMap columns, IReadOnlyList<TableRow> rows, int? header, string at)
    {
        if (ColumnChecks.Refuse(columns, header, at) is { } refusal) return refusal;
        _remarks.AddRange(ColumnChecks.Of(columns, new SourceLocation(report, header, null), at));
        AddRows(columns, rows, header);
        return null;
    }

    /// <summary>Adds the rows of a table whose columns were checked.</summary>
    /// <param name="header">The page, line or sheet row of its header.</param>
    internal void AddRows(ColumnMap columns, IReadOnlyList<TableRow> rows, int? header)
    {
        var body = TableBody.Of(columns, rows, report);
        if (columns.Section == ReportSection.Issued) IssuedTotal ??= body.Total;
        if (columns.Section == ReportSection.Declined) DeclinedTotal ??= body.Total;
        _remarks.AddRange(body.Remarks);
        _notices.AddRange(body.Notes);

        var dates = DateColumns.Of(columns, body.Rows, Period, new SourceLocation(report, header, null));
        _remarks.AddRange(dates.Remarks);
        foreach (var row in body.Rows)
        {
            var cells = new Cells(columns, row);
            var source = columns.Section switch
            {
                ReportSection.Issued => AddIssued(cells),
                ReportSection.Declined => AddDeclined(cells, dates),
                _ => AddListed(cells),
            };
            _remarks.AddRange(RowSelfCheck.Of(columns, row.Row, source));
            if (IsDrawn) QuestionFullWidth(cells, source);
            foreach (var field in columns.Fields)
                if (JoinedColumns.Conflict(field, columns, row.Row))
                    _remarks.Add(ColumnChecks.Conflict(columns, field, source));
        }
    }

    private SourceLocation AddIssued(Cells cells)
    {
        // A row whose count can't be read keeps its number, so that the numbers of the other rows match the file.
        var source = new SourceLocation(report, cells.Page, _issued.Count + _unreadableCounts + 1);
        if (CellReader.Count(cells[ReportField.Count]) is not { } count)
        {
            _unreadableCounts++;
            Unreadable("The count of issued detainers", cells[ReportField.Count], source);
            return source;
        }

        var (jurisdiction, asPrinted) = Place(cells, cells[ReportField.Place], source);
        _issued.Add(new IssuedVolume(jurisdiction, asPrinted, count, source));
        return source;
    }

    private SourceLocation AddDeclined(Cells cells, DateColumns dates)
    {
        var source = new SourceLocation(report, cells.Page, _declines.Count + 1);
        var (jurisdiction, asPrinted) = Place(cells, cells[ReportField.Place], source);
        var (activity, mark) = CellReader.Activity(cells[ReportField.Activity]);
        _declines.Add(new DeclinedDetainer(
            jurisdiction,
            asPrinted,
            cells[ReportField.Agency],
            cells[ReportField.Citizenship],
            Date("The date of issue", ReportField.IssuedOn),
            Date("The date of decline", ReportField.DeclinedOn),
            cells[ReportField.Reason],
            activity,
            CellReader.Disposition(cells[ReportField.Disposition]) ?? mark,
            source));
        return source;

        DateOnly? Date(string what, ReportField field)
        {
            var text = cells[field];
            var day = dates.Read(field, text);
            if (text is not null && day is null) Unreadable(what, text, source);
            if (dates.IsAmbiguous(field, text)) _remarks.Add(DateColumns.Either(field, text, source));
            return day;
        }
    }

    private SourceLocation AddListed(Cells cells)
    {
        var source = new SourceLocation(report, cells.Page, _listings.Count + 1);
        var (place, aor) = cells[ReportField.Aor] is { } own ? (cells[ReportField.Place], own) : CellReader.PlaceAndAor(cells[ReportField.Place]);
        var (jurisdiction, asPrinted) = Place(cells, place, source);
        _listings.Add(new PolicyListing(
            jurisdiction, asPrinted, aor, cells[ReportField.Enacted], cells[ReportField.Policy], CellReader.Items(cells.Lines(ReportField.Criteria)), source));
        return source;
    }

    private (Jurisdiction Jurisdiction, string AsPrinted) Place(Cells cells, string? name, SourceLocation source)
    {
        var state = cells[ReportField.State] ?? StateAbove(cells, name);
        var asPrinted = string.Join(", ", new[] { name, state }.OfType<string>());
        return (Resolve(_names, name ?? "", state, asPrinted, source, _remarks), asPrinted);
    }

    // A heading above the rows gives the state of those that name none. So does a column of states that is left blank below,
    // if the place exists in that state: a state that was forgotten isn't guessed.
    private string? StateAbove(Cells cells, string? name)
    {
        if (cells.Row.State is not { } state || name is null || _names.Resolve(name, null).State is not null) return null;
        return !cells.Row.IsFromColumn || _names.Resolve(name, state).Fips is not null ? state : null;
    }

    /// <summary>Resolves a place; a check names one without a state.</summary>
    internal static Jurisdiction Resolve(
        ResolvedNames places, string name, string? state, string asPrinted, SourceLocation source, List<Check> remarks)
    {
        var jurisdiction = name.Length == 0 ? new Jurisdiction(null, asPrinted, null, null, null) : places.Resolve(name, state);
        if (jurisdiction.Id is null)
        {
            var message = asPrinted.Length == 0 ? "A row names no jurisdiction."
                : name.Length == 0 ? $"A row names the state “{asPrinted}” and no place in it; it is kept and not guessed."
                : $"“{asPrinted}” names no state; it is kept and not guessed.";
            remarks.Add(new Check("unresolved-jurisdiction", CheckSeverity.Warning, message, source));
        }

        return jurisdiction;
    }

    // Few fonts have them, and most programs draw a box for each. The character shown as a box can be anything.
    private void QuestionFullWidth(Cells cells, SourceLocation source)
    {
        foreach (var field in cells.Columns.Fields)
            if (cells[field] is { } text && CellReader.InUsualWidth(text) != text)
                _remarks.Add(new Check("unreadable-value", CheckSeverity.Warning, $"“{text}” is printed in full-width characters, which many fonts lack: compare it with what the page shows.", source));
    }

    private void Unreadable(string what, string? text, SourceLocation source) =>
        _remarks.Add(new Check("unreadable-value", CheckSeverity.Warning, $"{what} can't be read: “{text}”.", source));

    private readonly record struct Cells(ColumnMap Columns, BodyRow Row)
    {
        public int? Page => Row.Row.Page;

        public string? this[ReportField field] => CellReader.Join(Lines(field));

        public IReadOnlyList<string> Lines(ReportField field) => Columns.Lines(field, Row.Row);
    }
}
