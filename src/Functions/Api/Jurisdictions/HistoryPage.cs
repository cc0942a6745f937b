using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Jurisdictions;

/// <param name="Totals">Over every requested week, the same on all pages.</param>
public sealed record HistoryPage(Jurisdiction Jurisdiction, HistoryTotals Totals, IReadOnlyList<HistoryWeek> Weeks, string? Next)
    : IPage<(Jurisdiction Jurisdiction, HistoryWeek Week)>
{
    /// <summary>One record for each week. The individual declined detainers are in the lists of the weeks.</summary>
    public static CsvTable<(Jurisdiction Jurisdiction, HistoryWeek Week)> Table { get; } = new(
    [
        .. PlaceColumns.Of<(Jurisdiction Jurisdiction, HistoryWeek Week)>(row => row.Jurisdiction),
        new("week", row => row.Week.Week),
        new("revision", row => row.Week.Revision),
        new("declined", row => row.Week.Declined),
        new("issued", row => row.Week.Issued),
        new("listed", row => row.Week.Listed),
        new("listing.aor", row => row.Week.Listing?.Aor),
        new("listing.enacted", row => row.Week.Listing?.Enacted),
        new("listing.policy", row => row.Week.Listing?.Policy),
        new("listing.criteria", row => row.Week.Listing?.Criteria),
        new("listing.asPrinted", row => row.Week.Listing?.AsPrinted),
        new("listing.source.reportId", row => row.Week.Listing?.Source.ReportId),
        new("listing.source.page", row => row.Week.Listing?.Source.Page),
        new("listing.source.row", row => row.Week.Listing?.Source.Row),
    ]);

    IReadOnlyList<(Jurisdiction Jurisdiction, HistoryWeek Week)> IPage<(Jurisdiction Jurisdiction, HistoryWeek Week)>.Rows =>
        [.. Weeks.Select(week => (Jurisdiction, week))];
}
