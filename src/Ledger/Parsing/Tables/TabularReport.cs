using DetainerLedger.Checks;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <summary>Makes a weekly report of the rows and values that a workbook or text file hands over, one after the other.</summary>
/// <param name="format">As in <see cref="Reading.Report"/>.</param>
internal sealed class TabularReport(string format, NameResolver places, ReadingLimits limits, ReportId id)
{
    private readonly SectionRows _rows = new(places, id);
    private readonly Dictionary<ReportSection, Spot> _tables = [];
    private readonly HashSet<string> _headers = [];
    private long _characters;

    public ReportValues Values { get; } = new(id);

    public List<Check> Remarks { get; } = [];

    /// <summary>Whether any section has a table.</summary>
    public bool HasTables => _tables.Count > 0;

    /// <summary>Notes that a section has a table, though it may have no row.</summary>
    /// <returns>Null, or why the section can't be read.</returns>
    public Refusal? Begin(ColumnMap columns, Spot header)
    {
        if (ColumnChecks.Refuse(columns, header.Line, header.ToString()) is { } refusal) return refusal;
        _tables.TryAdd(columns.Section, header);

        // A header can be repeated on each printed page.
        if (_headers.Add(string.Join('\n', columns.Headers.Prepend(columns.Section.ToString()))))
            Remarks.AddRange(ColumnChecks.Of(columns, new SourceLocation(id, header.Line, null), header.ToString()));
        return null;
    }

    /// <returns>Null, or why the file is refused.</returns>
    public Refusal? Add(ColumnMap columns, TableRow row, Spot at)
    {
        if (_rows.Count == limits.Rows) return new Refusal(RefusalCodes.TooLarge, $"The tables have more than {limits.Rows:N0} rows: the next stands in {at}.", at.Line);
        if (Weigh(row.Cells.SelectMany(cell => cell), at) is { } refusal) return refusal;
        _rows.Add(columns, row);
        return null;
    }

    /// <returns>Null, or why the file is refused.</returns>
    public Refusal? Add(string name, IReadOnlyList<string> value, Spot at) => Weigh(value, at) ?? Values.Add(name, value, at);

    /// <returns>Null, or why the file is refused.</returns>
    public Refusal? AddNotice(IReadOnlyList<string> lines, Spot at)
    {
        if (Weigh(lines, at) is { } refusal) return refusal;
        Values.AddNotice(lines, at);
        return null;
    }

    /// <param name="whereToState">Where the file says which week it is of.</param>
    public Reading Finish(string whereToState)
    {
        if (Values.Period is not { } period)
            return Refuse(RefusalCodes.PeriodNotFound, $"No week was found. State its first and last day {whereToState}.", null, "period");

        foreach (var (section, header) in _tables)
        {
            if (RowsOf(section) == 0 && !(section == ReportSection.Declined && Values.Declined == 0))
                return Refuse(RefusalCodes.NoRows, $"Below the header in {header} stands no row that can be read.", header.Line, Field(section));
        }

        if (Values.Declined > 0 && _rows.Declines.Count == 0)
            return Refuse(RefusalCodes.NoRows, $"{Values.Declined:N0} detainers are said to have been declined, but none of them is listed.", null, "declines");
        if (_rows.Count == 0) return Refuse(RefusalCodes.NoRows, "The report has no row.", null, "declines");

        var report = new WeeklyReport
        {
            Period = period,
            DetainersIssued = Values.Issued,
            DeclinedAsStated = Values.Declined,
            HighestVolumeTotal = Values.HighestVolume ?? _rows.IssuedTotal,
            HighestVolume = _rows.Issued,
            Declines = _rows.Declines,
            Listings = _rows.Listings,
            Notices = Values.Notices,
            SectionTitles = Values.Titles,
            Scope = Values.Scope,
            Definition = Values.Definition,
        };
        return new Reading.Report(report, format, null, [.. _rows.Remarks, .. Values.Remarks, .. Remarks, .. Missing()]);
    }

    // A cell's text can stand in a workbook once and be used by every row.
    private Refusal? Weigh(IEnumerable<string> lines, Spot at)
    {
        _characters += lines.Sum(line => (long)line.Length);
        return _characters > limits.Characters
            ? new Refusal(RefusalCodes.TooLarge, $"Up to {at}, the cells hold more than {limits.Characters:N0} characters.", at.Line)
            : null;
    }

    private IEnumerable<Check> Missing()
    {
        if (_rows.Issued.Count == 0) yield return Missing("highestVolume (Section I)");
        if (_rows.Declines.Count == 0 && Values.Declined is null) yield return Missing("declines (Section II): how many were declined is unknown");
        if (_rows.Listings.Count == 0) yield return Missing("listings (Section III)");

        static Check Missing(string what) => new("section-missing", CheckSeverity.Warning, $"The report has no {what}.", null);
    }

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
}
