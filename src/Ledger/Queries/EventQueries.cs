using DetainerLedger.History;

namespace DetainerLedger.Queries;

/// <summary>The latest events: weeks, revisions, corrections, and files that changed at their source.</summary>
public sealed class EventQueries(IReportReader reports, IJurisdictionReader jurisdictions)
{
    /// <param name="state">The postal code; null for all.</param>
    /// <param name="jurisdiction">The id; null for all.</param>
    /// <param name="newest">The number of newest events to examine, which limits the number of reports that a filter reads.</param>
    /// <returns>The events, newest first; null when no report of the view names the jurisdiction.</returns>
    public async Task<IReadOnlyList<LedgerEvent>?> Newest(
        LedgerView view, string? state, string? jurisdiction, int newest, CancellationToken cancellation)
    {
        var facts = jurisdiction is null ? [] : await jurisdictions.ReadJurisdiction(jurisdiction, cancellation);
        var filter = new EventFilter(state, jurisdiction, facts.Select(fact => fact.Reading).ToHashSet());
        var events = await LedgerEvents.Of(view).Take(newest).ToAsyncEnumerable()
            .Where((ledgerEvent, stop) => filter.Takes(ledgerEvent, revision => reports.ReadReport(revision, stop)))
            .ToListAsync(cancellation);
        return events.Count == 0 && jurisdiction is not null && JurisdictionHistories.Of(view, facts) is null ? null : events;
    }
}
