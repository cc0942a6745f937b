using DetainerLedger.History;

namespace DetainerLedger.Queries;

/// <summary>Queries for weeks, shared by the API, the digest and all other views.</summary>
public sealed class WeekQueries(IReportReader ledger)
{
    public Task<PublishedReport> Report(Revision revision, CancellationToken cancellation) => ledger.ReadReport(revision, cancellation);

    /// <summary>The detainers that a week's report records as declined, in the order printed.</summary>
    public async Task<IReadOnlyList<DeclineRow>> Declines(LedgerView view, Revision revision, CancellationToken cancellation) =>
        [.. (await Report(revision, cancellation)).Report.Declines.Select(row => DeclineRow.Of(view, revision, row))];

    /// <summary>The jurisdictions that a week's report lists, in the order printed.</summary>
    public async Task<IReadOnlyList<ListingRow>> Listings(LedgerView view, Revision revision, CancellationToken cancellation) =>
        [.. (await Report(revision, cancellation)).Report.Listings.Select(row => ListingRow.Of(view, revision, row))];

    /// <summary>A report and that of the nearest earlier week; null if the ledger has none.</summary>
    public async Task<(PublishedReport Current, PublishedReport? Previous)> ReportWithPrevious(
        LedgerView view, Revision revision, CancellationToken cancellation)
    {
        var current = ledger.ReadReport(revision, cancellation);
        if (view.Before(revision.Week) is not { } before) return (await current, null);
        var reports = await Task.WhenAll(current, ledger.ReadReport(before, cancellation));
        return (reports[0], reports[1]);
    }

    public async Task<WeekSummary> Summary(LedgerView view, Revision revision, CancellationToken cancellation)
    {
        var (current, previous) = await ReportWithPrevious(view, revision, cancellation);
        return WeekSummaries.Of(view, current, previous);
    }

    public async Task<WeekComparison> Compare(LedgerView view, Revision a, Revision b, CancellationToken cancellation)
    {
        var reports = await Task.WhenAll(ledger.ReadReport(a, cancellation), ledger.ReadReport(b, cancellation));
        return WeekComparison.Of(view, reports[0], reports[1]);
    }

    /// <summary>Compares each revision with the previous one. Each report is read only once, although most are in two pairs.</summary>
    public async Task<IReadOnlyList<RevisionRow>> Revisions(LedgerView view, IReadOnlyList<RevisionPair> pairs, CancellationToken cancellation)
    {
        var compared = pairs.SelectMany(pair => pair.Before is { } before ? new[] { before, pair.Revision } : [])
            .Concat(pairs.Where(pair => pair.Revision.EarlierReadings is not null).SelectMany(pair => ReadingRow.Readings(pair.Revision)))
            .DistinctBy(revision => revision.Reading);
        var read = await Task.WhenAll(compared.Select(revision => ledger.ReadReport(revision, cancellation)));
        var reports = read.ToDictionary(report => report.Revision.Reading);
        return [.. pairs.Select(pair => RevisionRow.Of(view, pair, reports))];
    }
}
