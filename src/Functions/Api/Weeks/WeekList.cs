using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Weeks;

public sealed record WeekList(IReadOnlyList<WeekRow> Weeks, string? Next) : IPage<WeekRow>
{
    public static CsvTable<WeekRow> Table { get; } = new(
    [
        new("week", row => row.Week),
        new("period.start", row => row.Period.Start),
        new("period.end", row => row.Period.End),
        new("detainersIssued", row => row.DetainersIssued),
        new("detainersDeclined", row => row.DetainersDeclined),
        new("jurisdictionsListed", row => row.JurisdictionsListed),
        new("revision", row => row.Revision),
        new("publishedAt", row => row.PublishedAt),
        new("releasedOn", row => row.ReleasedOn),
    ]);

    IReadOnlyList<WeekRow> IPage<WeekRow>.Rows => Weeks;
}

/// <summary>A week as a list shows it: its totals as reported.</summary>
public sealed record WeekRow(
    DateOnly Week,
    ReportingWeek Period,
    int? DetainersIssued,
    int DetainersDeclined,
    int JurisdictionsListed,
    int Revision,
    DateTimeOffset PublishedAt,
    DateOnly? ReleasedOn)
{
    public static WeekRow Of(Revision revision) => new(
        revision.Week,
        revision.Period,
        revision.Totals.DetainersIssued,
        revision.Totals.DetainersDeclined,
        revision.Totals.JurisdictionsListed,
        revision.Number,
        revision.PublishedAt,
        revision.ReleasedOn);
}
