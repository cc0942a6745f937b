using DetainerLedger.Functions.Api.Answers;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Weeks;

public sealed record RevisionList(DateOnly Week, IReadOnlyList<RevisionRow> Revisions, string? Next) : IPage<RevisionRow>
{
    /// <summary>Of listings and rows of Section I it names the jurisdictions; what each said is in the revisions' own reports.</summary>
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
    ]);

    IReadOnlyList<RevisionRow> IPage<RevisionRow>.Rows => Revisions;

    private static string Named(Jurisdiction jurisdiction) => jurisdiction.Id ?? jurisdiction.Name;

    private static CsvColumn<RevisionRow>[] Total(string name, Func<AlteredTotals, AlteredTotal?> of) =>
    [
        new($"changes.totals.{name}.from", row => row.Changes is { } changes ? of(changes.Totals)?.From : null),
        new($"changes.totals.{name}.to", row => row.Changes is { } changes ? of(changes.Totals)?.To : null),
    ];
}

/// <summary>A revision, and what it changed.</summary>
/// <param name="Changes">Against the known revision before it; null for the first one.</param>
public sealed record RevisionRow(
    int Revision,
    DateTimeOffset PublishedAt,
    DateOnly? ReleasedOn,
    ReportId ReportId,
    RevisionChanges? Changes)
{
    /// <summary>Reads each report once, though most are in two pairs.</summary>
    public static async Task<IReadOnlyList<RevisionRow>> Read(
        ILedger ledger, IReadOnlyList<RevisionPair> pairs, CancellationToken cancellation)
    {
        var compared = pairs.SelectMany(pair => pair.Before is { } before ? new[] { before, pair.Revision } : []).Distinct();
        var read = await Task.WhenAll(compared.Select(revision => ledger.ReadReport(revision, cancellation)));
        var reports = read.ToDictionary(report => report.Revision);
        return [.. pairs.Select(pair => new RevisionRow(
            pair.Revision.Number,
            pair.Revision.PublishedAt,
            pair.Revision.ReleasedOn,
            pair.Revision.Source.ReportId,
            pair.Before is { } before ? RevisionChanges.Between(reports[before], reports[pair.Revision]) : null))];
    }
}

/// <param name="Before">Null for the first one.</param>
public sealed record RevisionPair(Revision? Before, Revision Revision)
{
    public static IEnumerable<RevisionPair> NewestFirst(IReadOnlyList<Revision> firstToLast) =>
        firstToLast.Select((revision, i) => new RevisionPair(i > 0 ? firstToLast[i - 1] : null, revision)).Reverse();
}
