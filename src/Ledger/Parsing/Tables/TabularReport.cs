using DetainerLedger.Parsing.Prose;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <summary>Makes a weekly report from the rows and values of a workbook or text file, which are added one by one.</summary>
/// <param name="format">As in <see cref="Reading.Report"/>.</param>
internal sealed class TabularReport(string format, NameResolver places, ReadingLimits limits, ArrivalId id)
{
    private readonly Dictionary<string, Table> _tables = [];
    private readonly Dictionary<ColumnMap, Table> _byColumns = [];
    private SectionRows _rows = new(places, id);
    private readonly StatedTotals _totals = new();
    private int _count;
    private readonly HashSet<string> _headers = [];
    private long _characters;

    public ReportValues Values { get; } = new(id);

    public List<Check> Remarks { get; } = [];

    /// <summary>Whether any section has a table.</summary>
    public bool HasTables => _tables.Count > 0;

    /// <summary>Begins a table, even if it has no rows.</summary>
    /// <returns>Null, or the reason why the section can't be read.</returns>
    public Refusal? Begin(ColumnMap columns, FileLine header)
    {
        if (ColumnChecks.Refuse(columns, header.Line, header.ToString()) is { } refusal) return refusal;

        // A header can be repeated on each printed page: the rows below it belong to the table above.
        var key = string.Join('\n', columns.Headers.Prepend($"{header.Sheet}\n{columns.Section}"));
        if (!_tables.TryGetValue(key, out var table))
        {
            if (_tables.Values.FirstOrDefault(other => other.Columns.Section == columns.Section && other.Header.Sheet != header.Sheet) is { } elsewhere)
                Remark("section-repeated", $"{ColumnChecks.Name(columns.Section)} has a table with its header in {elsewhere.Header}, and another in {header}: the rows of both are read.", header);
            table = _tables[key] = new Table(columns, header, []);
        }

        _byColumns[columns] = table;
        return null;
    }

    /// <summary>Adds a row to the most recently begun table with these columns.</summary>
    /// <returns>Null, or the reason why the file is refused.</returns>
    public Refusal? Add(ColumnMap columns, TableRow row, FileLine at)
    {
        if (_count++ == limits.Rows) return new Refusal(RefusalCodes.TooLarge, $"The tables have more than {limits.Rows:N0} rows: the next is in {at}.", at.Line);
        if (CheckTextLimit(row.Cells.SelectMany(cell => cell), at) is { } refusal) return refusal;
        _byColumns[columns].Rows.Add(row);
        return null;
    }

    /// <returns>Null, or the reason why the file is refused.</returns>
    public Refusal? Add(string name, IReadOnlyList<string> value, FileLine at) => CheckTextLimit(value, at) ?? Values.Add(name, value, at);

    /// <returns>Null, or the reason why the file is refused.</returns>
    public Refusal? AddNotice(IReadOnlyList<string> lines, FileLine at)
    {
        if (CheckTextLimit(lines, at) is { } refusal) return refusal;
        Values.AddNotice(lines, at);
        return null;
    }

    /// <summary>Whether a text is a sentence that states a total, like those above the tables of a PDF.</summary>
    public static bool StatesTotal(string text) => new StatedTotals() is var totals && (totals.ReadIssued(text) is null || totals.ReadDeclined(text) is null);

    /// <summary>Reads a text above a table: its totals are used if no name and value states them.</summary>
    /// <returns>Null, or the reason why the file is refused.</returns>
    public Refusal? AddProse(string text, FileLine at)
    {
        if (CheckTextLimit([text], at) is { } refusal) return refusal;
        _totals.ReadIssued(text);
        _totals.ReadDeclined(text);
        return null;
    }

    /// <param name="whereToState">Where in the file its week can be stated.</param>
    public Reading Finish(string whereToState)
    {
        if (Values.Period is not { } period)
            return Refuse(RefusalCodes.PeriodNotFound, $"No week was found. State its first and last day {whereToState}.", null, "period");

        _rows = new SectionRows(places, id) { Period = period };
        foreach (var (headers, header, rows) in _tables.Values)
        {
            var columns = ColumnsByValues.Find(headers, rows, period);
            Remarks.AddRange(ColumnChecks.Of(columns, new SourceLocation(id, header.Line, null), header.ToString()));
            _rows.AddRows(columns, rows, header.Line);
        }

        foreach (var (columns, header, _) in _tables.Values.DistinctBy(table => table.Columns.Section))
        {
            if (RowsOf(columns.Section) == 0 && !(columns.Section == ReportSection.Declined && Declined == 0))
                return Refuse(RefusalCodes.NoRows, $"There is no row that can be read below the header in {header}.", header.Line, Field(columns.Section));
        }

        if (Declined > 0 && _rows.Declines.Count == 0)
            return Refuse(RefusalCodes.NoRows, $"{Declined:N0} detainers are said to have been declined, but none of them is listed.", null, "declines");
        if (_rows.Count == 0) return Refuse(RefusalCodes.NoRows, "The report has no row.", null, "declines");

        var report = new WeeklyReport
        {
            Period = period,
            DetainersIssued = Values.Issued ?? _totals.Issued,
            DeclinedAsStated = Declined ?? _rows.DeclinedTotal,
            HighestVolumeTotal = Values.HighestVolume ?? _totals.HighestVolume ?? _rows.IssuedTotal,
            HighestVolume = _rows.Issued,
            Declines = _rows.Declines,
            Listings = _rows.Listings,
            Notices = [.. Values.Notices, .. _rows.Notices],
            SectionTitles = Values.Titles,
            Scope = Values.Scope,
            Definition = Values.Definition,
        };
        return new Reading.Report(report, format, null, [.. _rows.Remarks, .. Values.Checks, .. Remarks, .. Missing()]);
    }

    private void Remark(string code, string message, FileLine at) => Remarks.Add(new Check(code, CheckSeverity.Warning, message, new SourceLocation(id, at.Line, null)));

    // A workbook can store a cell's text once and use it in every row.
    private Refusal? CheckTextLimit(IEnumerable<string> lines, FileLine at)
    {
        _characters += lines.Sum(line => (long)line.Length);
        return _characters > limits.Characters
            ? new Refusal(RefusalCodes.TooLarge, $"Up to {at}, the cells hold more than {limits.Characters:N0} characters.", at.Line)
            : null;
    }

    private IEnumerable<Check> Missing()
    {
        if (_rows.Issued.Count == 0) yield return Missing("highestVolume (Section I)");
        if (_rows.Declines.Count == 0 && Declined is null) yield return Missing("declines (Section II): how many were declined is unknown");
        if (_rows.Listings.Count == 0) yield return Missing("listings (Section III)");

        static Check Missing(string what) => new("section-missing", CheckSeverity.Warning, $"The report has no {what}.", null);
    }

    private int? Declined => Values.Declined ?? _totals.Declined;

    private int RowsOf(ReportSection section) => section switch
    {
        ReportSection.Issued => _rows.Issued.Count,
        ReportSection.Declined => _rows.Declines.Count,
        _ => _rows.Listings.Count,
    };

    private static string Field(ReportSection section) => section switch
    {
        ReportSection.Issued => "highestVolume",
        ReportSection.Declined => "declines",
        _ => "listings",
    };

    private Reading.Refused Refuse(string code, string message, int? line, string field) => new(new Refusal(code, message, line, field), format);

    private sealed record Table(ColumnMap Columns, FileLine Header, List<TableRow> Rows);
}
