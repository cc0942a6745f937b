using System.Globalization;
using System.Text.Json.Serialization;
using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Agencies;

/// <param name="Agency">Its counts are of all known weeks, the same on all pages.</param>
public sealed record AgencyPage(KnownAgency Agency, IReadOnlyList<AgencyDecline> Declines, string? Next) : IPage<AgencyDecline>
{
    public static CsvTable<AgencyDecline> Table { get; } = new(
    [
        new("week", row => row.Week),
        new("revision", row => row.Revision),
        .. DeclineColumns.All.Within((AgencyDecline row) => row),
        .. QuestionColumns.Of<AgencyDecline>(row => row.Questions),
    ]);

    IReadOnlyList<AgencyDecline> IPage<AgencyDecline>.Rows => Declines;
}

/// <summary>A row of Section II that names the agency.</summary>
public sealed record AgencyDecline : DeclinedDetainer
{
    private AgencyDecline(DeclineRow row)
        : base(row) => Questions = row.Questions;

    [JsonPropertyOrder(-1)]
    public required DateOnly Week { get; init; }

    [JsonPropertyOrder(-1)]
    public required int Revision { get; init; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<QuestionEntry> Questions { get; }

    public static AgencyDecline Of(AgencyRow row) => new(row.Declined) { Week = row.Week, Revision = row.Revision };
}

/// <summary>A position among the rows of an agency: the newest week first, and within a week the number of its rows.</summary>
public readonly record struct AgencyRowPosition(DateOnly Week, int Row) : IListPosition<AgencyRowPosition>
{
    public static bool TryParse(string text, out AgencyRowPosition position)
    {
        position = default;
        if (text.Split('.') is not [var week, var row] || !Days.TryParse(week, out var day)) return false;
        if (!int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        position = new AgencyRowPosition(day, number);
        return true;
    }

    public bool Precedes(AgencyRowPosition other) => other.Week < Week || (other.Week == Week && other.Row > Row);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReportingWeek.Name(Week)}.{Row}");
}
