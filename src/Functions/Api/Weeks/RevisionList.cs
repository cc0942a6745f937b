using DetainerLedger.Functions.Api.Results;
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
        new("inForce", row => row.InForce),
        new("releasedAgainOn", row => row.ReleasedAgainOn.Select(ReportingWeek.Name)),
        new("reader", row => row.Reader),
        new("rereadAt", row => row.RereadAt),
        new("earlierReadings", row => row.EarlierReadings.Select(reading => reading.Reader ?? "")),
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
/// <param name="Changes">Against the known revision before it, in the order in which they were known; null for the first one.</param>
public sealed record RevisionRow(
    int Revision,
    DateTimeOffset PublishedAt,
    DateOnly? ReleasedOn,
    ArrivalId ReportId,
    RevisionChanges? Changes)
{
    /// <summary>Whether it is the revision that counts, at the moment that is asked for.</summary>
    public bool InForce { get; init; }

    /// <summary>Further days on which the agency released the same facts.</summary>
    public IReadOnlyList<DateOnly> ReleasedAgainOn { get; init; } = [];

    /// <summary>The version of the reader whose reading this is; null when it was read before versions were recorded.</summary>
    public string? Reader { get; init; }

    /// <summary>When the file was read again for this reading; null for the reading of its arrival.</summary>
    public DateTimeOffset? RereadAt { get; init; }

    /// <summary>The readings of the same file that were replaced, newest first.</summary>
    public IReadOnlyList<ReadingRow> EarlierReadings { get; init; } = [];

    /// <summary>Reads each report once, though most are in two pairs.</summary>
    public static async Task<IReadOnlyList<RevisionRow>> Read(
        ILedger ledger, LedgerView view, IReadOnlyList<RevisionPair> pairs, CancellationToken cancellation)
    {
        var compared = pairs.SelectMany(pair => pair.Before is { } before ? new[] { before, pair.Revision } : [])
            .Concat(pairs.Where(pair => pair.Revision.EarlierReadings is not null).SelectMany(pair => ReadingRow.Readings(pair.Revision)))
            .DistinctBy(revision => revision.Reading);
        var read = await Task.WhenAll(compared.Select(revision => ledger.ReadReport(revision, cancellation)));
        var reports = read.ToDictionary(report => report.Revision.Reading);
        return [.. pairs.Select(pair => new RevisionRow(
            pair.Revision.Number,
            pair.Revision.PublishedAt,
            pair.Revision.ReleasedOn,
            pair.Revision.Source.ReportId,
            pair.Before is { } before ? RevisionChanges.Between(reports[before.Reading], reports[pair.Revision.Reading]) : null)
        {
            InForce = view.IsInForce(pair.Revision),
            ReleasedAgainOn = pair.Revision.ReleasedAgainOn ?? [],
            Reader = pair.Revision.Reader,
            RereadAt = pair.Revision.RereadAt,
            EarlierReadings = ReadingRow.Of(pair.Revision, reports),
        })];
    }
}

/// <summary>A reading of a revision's file that a later one replaced.</summary>
/// <param name="Reader">As <see cref="RevisionRow.Reader"/>.</param>
/// <param name="RereadAt">As <see cref="RevisionRow.RereadAt"/>.</param>
/// <param name="Changes">What the reading after it found otherwise.</param>
public sealed record ReadingRow(
    string? Reader,
    DateTimeOffset? RereadAt,
    int? DetainersIssued,
    int DetainersDeclined,
    int JurisdictionsListed,
    RevisionChanges Changes)
{
    /// <summary>Every reading of the file, the first one first, each as the revision that it made.</summary>
    public static IReadOnlyList<Revision> Readings(Revision revision) =>
        [.. (revision.EarlierReadings ?? []).Select(revision.As), revision];

    /// <param name="reports">Of every reading.</param>
    public static IReadOnlyList<ReadingRow> Of(Revision revision, IReadOnlyDictionary<ReadingId, PublishedReport> reports)
    {
        var readings = Readings(revision);
        return [.. readings.Zip(readings.Skip(1), (earlier, later) => new ReadingRow(
            earlier.Reader,
            earlier.RereadAt,
            earlier.Totals.DetainersIssued,
            earlier.Totals.DetainersDeclined,
            earlier.Totals.JurisdictionsListed,
            RevisionChanges.Between(reports[earlier.Reading], reports[later.Reading]))).Reverse()];
    }
}

/// <param name="Before">Null for the first one.</param>
public sealed record RevisionPair(Revision? Before, Revision Revision)
{
    /// <param name="inForceLast">The known revisions of a week, in the order in which they were known.</param>
    public static IEnumerable<RevisionPair> NewestFirst(IReadOnlyList<Revision> inForceLast) =>
        inForceLast.Select((revision, i) => new RevisionPair(i > 0 ? inForceLast[i - 1] : null, revision)).Reverse();
}
