using DetainerLedger.Checks;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <summary>One row of a table as a format hands it over: the lines of the cells, and the page, line or sheet row where it begins.</summary>
/// <param name="Cells">By column; a cell has its lines from top to bottom, or none.</param>
public sealed record TableRow(int? Page, IReadOnlyList<IReadOnlyList<string>> Cells);

/// <summary>Turns the rows of every section's table into facts, in their order, and notes what can't be read.</summary>
public sealed class SectionRows(NameResolver places, ReportId report)
{
    private readonly List<IssuedVolume> _issued = [];
    private readonly List<DeclinedDetainer> _declines = [];
    private readonly List<PolicyListing> _listings = [];
    private readonly List<Check> _remarks = [];
    private readonly HashSet<(ColumnMap, ReportField)> _joined = [];
    private int _unreadableCounts;

    public IReadOnlyList<IssuedVolume> Issued => _issued;

    public IReadOnlyList<DeclinedDetainer> Declines => _declines;

    public IReadOnlyList<PolicyListing> Listings => _listings;

    /// <summary>What a row of its own gives as the sum of Section I's table; null where there is none.</summary>
    public int? IssuedTotal { get; private set; }

    public IReadOnlyList<Check> Remarks => _remarks;

    public int Count => _issued.Count + _declines.Count + _listings.Count;

    /// <summary>Adds a whole table, with what is to be said of its columns.</summary>
    /// <param name="header">The page, line or sheet row of its header.</param>
    /// <param name="at">The same in words: <c>page 3</c>, <c>row 4 of the sheet “Declined”</c>.</param>
    /// <returns>Null, or why the section can't be read.</returns>
    public Refusal? AddTable(ColumnMap columns, IReadOnlyList<TableRow> rows, int? header, string at)
    {
        if (ColumnChecks.Refuse(columns, header, at) is { } refusal) return refusal;
        _remarks.AddRange(ColumnChecks.Of(columns, new SourceLocation(report, header, null), at));
        foreach (var row in rows) Add(columns, row);
        return null;
    }

    public void Add(ColumnMap columns, TableRow row)
    {
        foreach (var field in columns.Fields)
            if (JoinedColumns.Differ(field, columns, row) && _joined.Add((columns, field)))
                _remarks.Add(ColumnChecks.Joined(columns, field, new SourceLocation(report, row.Page, null)));

        switch (columns.Section)
        {
            case ReportSection.Issued:
                AddIssued(new Cells(columns, row));
                break;
            case ReportSection.Declined:
                AddDeclined(new Cells(columns, row));
                break;
            case ReportSection.Listed:
                AddListed(new Cells(columns, row));
                break;
        }
    }

    private void AddIssued(Cells cells)
    {
        if (CellReader.IsTotal(cells[ReportField.Place]))
        {
            IssuedTotal ??= CellReader.Count(cells[ReportField.Count]);
            return;
        }

        // A row whose count can't be read keeps its number, so that the others' rows stay where they are in the file.
        var source = new SourceLocation(report, cells.Page, _issued.Count + _unreadableCounts + 1);
        if (CellReader.Count(cells[ReportField.Count]) is not { } count)
        {
            _unreadableCounts++;
            Unreadable("The count of issued detainers", cells[ReportField.Count], source);
            return;
        }

        var (jurisdiction, asPrinted) = Place(cells[ReportField.Place], cells[ReportField.State], source);
        _issued.Add(new IssuedVolume(jurisdiction, asPrinted, count, source));
    }

    private void AddDeclined(Cells cells)
    {
        var source = new SourceLocation(report, cells.Page, _declines.Count + 1);
        var (jurisdiction, asPrinted) = Place(cells[ReportField.Place], cells[ReportField.State], source);
        var (activity, mark) = CellReader.Activity(cells[ReportField.Activity]);
        _declines.Add(new DeclinedDetainer(
            jurisdiction,
            asPrinted,
            cells[ReportField.Agency],
            cells[ReportField.Citizenship],
            Date("The date of issue", cells[ReportField.IssuedOn], source),
            Date("The date of decline", cells[ReportField.DeclinedOn], source),
            cells[ReportField.Reason],
            activity,
            CellReader.Disposition(cells[ReportField.Disposition]) ?? mark,
            source));
    }

    private void AddListed(Cells cells)
    {
        var source = new SourceLocation(report, cells.Page, _listings.Count + 1);
        var (place, aor) = cells[ReportField.Aor] is { } own ? (cells[ReportField.Place], own) : CellReader.PlaceAndAor(cells[ReportField.Place]);
        var (jurisdiction, asPrinted) = Place(place, cells[ReportField.State], source);
        _listings.Add(new PolicyListing(
            jurisdiction, asPrinted, aor, cells[ReportField.Enacted], cells[ReportField.Policy], CellReader.Items(cells.Lines(ReportField.Criteria)), source));
    }

    private (Jurisdiction Jurisdiction, string AsPrinted) Place(string? name, string? state, SourceLocation source)
    {
        var asPrinted = string.Join(", ", new[] { name, state }.OfType<string>());
        return (Resolve(places, name ?? "", state, asPrinted, source, _remarks), asPrinted);
    }

    /// <summary>Resolves a place, and remarks on one that names no state.</summary>
    internal static Jurisdiction Resolve(
        NameResolver places, string name, string? state, string asPrinted, SourceLocation source, List<Check> remarks)
    {
        var jurisdiction = name.Length == 0 ? new Jurisdiction(null, asPrinted, null, null, null) : places.Resolve(name, state);
        if (jurisdiction.Id is null)
        {
            var message = asPrinted.Length == 0 ? "A row names no jurisdiction." : $"“{asPrinted}” names no state; it is kept and not guessed.";
            remarks.Add(new Check("unresolved-jurisdiction", CheckSeverity.Warning, message, source));
        }

        return jurisdiction;
    }

    private DateOnly? Date(string what, string? text, SourceLocation source)
    {
        var day = CellReader.Date(text);
        if (text is not null && day is null) Unreadable(what, text, source);
        return day;
    }

    private void Unreadable(string what, string? text, SourceLocation source) =>
        _remarks.Add(new Check("unreadable-value", CheckSeverity.Warning, $"{what} can't be read: “{text}”.", source));

    private readonly record struct Cells(ColumnMap Columns, TableRow Row)
    {
        public int? Page => Row.Page;

        public string? this[ReportField field] => CellReader.Join(Lines(field));

        public IReadOnlyList<string> Lines(ReportField field) => Columns.Lines(field, Row);
    }
}
