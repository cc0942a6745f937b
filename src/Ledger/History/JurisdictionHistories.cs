using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>Composes a jurisdiction's history: a pure function of the reports' facts and of what is known.</summary>
public static class JurisdictionHistories
{
    /// <param name="view">What is known at the requested moment.</param>
    /// <param name="facts">What every revision states about the jurisdiction; see <see cref="IJurisdictionReader.ReadJurisdiction"/>.</param>
    /// <param name="from">The first week to include; null for the ledger's first.</param>
    /// <param name="to">The last week to include; null for the ledger's last.</param>
    /// <returns>Null when no report known in this view names it.</returns>
    public static JurisdictionHistory? Of(LedgerView view, IEnumerable<JurisdictionWeek> facts, DateOnly? from = null, DateOnly? to = null)
    {
        var inForce = facts.Where(fact => view.Find(fact.Week) is { } revision && revision.Reading == fact.Reading).ToDictionary(fact => fact.Week);
        if (inForce.Count == 0) return null;

        var jurisdiction = inForce.Values.MaxBy(fact => fact.Week)!.Jurisdiction;
        var weeks = view.Weeks
            .Where(revision => (from is null || revision.Week >= from) && (to is null || revision.Week <= to))
            .Select(revision => Week(view, revision, jurisdiction.Id, inForce.GetValueOrDefault(revision.Week)))
            .ToList();
        var listed = weeks.Where(week => week.Listed).ToList();
        var totals = new HistoryTotals(weeks.Sum(week => week.Declined), listed.Count, listed.LastOrDefault()?.Week, listed.FirstOrDefault()?.Week);
        return new JurisdictionHistory(jurisdiction, totals, weeks);
    }

    private static HistoryWeek Week(LedgerView view, Revision revision, string? jurisdictionId, JurisdictionWeek? fact) => new(
        revision.Week,
        revision.Number,
        fact?.Declines.Count ?? 0,
        fact?.TotalIssued,
        fact is { Listings.Count: > 0 },
        fact is { Listings.Count: > 0 } ? ListingEntry.Of(ListingRow.Of(view, revision, fact.Listings[0])) : null,
        [.. fact?.Declines.Select(row => DeclineEntry.Of(DeclineRow.Of(view, revision, row))) ?? []],
        [.. view.Corrections(revision.Week).Where(known => known.Correction.Jurisdiction.Id == jurisdictionId).Select(CorrectionEntry.Of)])
    {
        Listings = [.. fact?.Listings.Select(row => ListingEntry.Of(ListingRow.Of(view, revision, row))) ?? []],
        IssuedQuestions = [.. fact?.Issued.SelectMany(row => view.Questions.Of(revision, CorrectedSection.Issued, row.Source)) ?? []],
    };
}
