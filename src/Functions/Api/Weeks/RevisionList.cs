using System.Globalization;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Weeks;

public sealed record RevisionList(DateOnly Week, IReadOnlyList<RevisionRow> Revisions, string? Next) : IPage<RevisionRow>
{
    /// <summary>For changed listings and rows of Section I, CSV gives only the jurisdictions; the values are in the reports of the revisions.</summary>
    public static CsvTable<RevisionRow> Table { get; } = new(
    [
        new("revision", row => row.Revision),
        new("publishedAt", row => row.PublishedAt),
        new("releasedOn", row => row.ReleasedOn),
        new("reportId", row => row.ReportId),
        .. Total("detainersIssued", totals => totals.DetainersIssued),
        .. Total("detainersDeclined", totals => totals.DetainersDeclined),
        .. Total("jurisdictionsListed", totals => totals.JurisdictionsListed),
        new("changes.issued", row => row.Changes?.Issued.Select(altered => Named(altered.Jurisdiction))),
        new("changes.declines.added", row => row.Changes?.Declines.Added),
        new("changes.declines.removed", row => row.Changes?.Declines.Removed),
        new("changes.listings.added", row => row.Changes?.Listings.Added.Select(Named)),
        new("changes.listings.removed", row => row.Changes?.Listings.Removed.Select(removed => Named(removed.Jurisdiction))),
        new("changes.listings.altered", row => row.Changes?.Listings.Altered.Select(it => $"{Named(it.Jurisdiction)} {it.Field}")),
        new("changes.other", row => row.Changes?.Other),
        new("inForce", row => row.InForce),
        new("releasedAgainOn", row => row.ReleasedAgainOn.Select(ReportingWeek.Name)),
        new("reader", row => row.Reader),
        new("rereadAt", row => row.RereadAt),
        new("earlierReadings", row => row.EarlierReadings.Select(reading => reading.Reader ?? "")),
        new("seenAt", row => row.SeenAt),
        new("sourceAddress", row => row.SourceAddress),
        new("seenAgain", row => row.SeenAgain.Select(seen => seen.At.ToString("O", CultureInfo.InvariantCulture))),
    ]);

    IReadOnlyList<RevisionRow> IPage<RevisionRow>.Rows => Revisions;

    private static string Named(Jurisdiction jurisdiction) => jurisdiction.Id ?? jurisdiction.Name;

    private static CsvColumn<RevisionRow>[] Total(string name, Func<AlteredTotals, AlteredTotal?> of) =>
    [
        new($"changes.totals.{name}.from", row => row.Changes is { } changes ? of(changes.Totals)?.From : null),
        new($"changes.totals.{name}.to", row => row.Changes is { } changes ? of(changes.Totals)?.To : null),
    ];
}
