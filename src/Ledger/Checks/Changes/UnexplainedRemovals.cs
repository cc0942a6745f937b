using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Changes;

/// <summary>
/// A jurisdiction is no longer listed, and no notice of the report names it. A report without any listings has lost its
/// Section III, which other checks report; its jurisdictions don't count as removed.
/// </summary>
internal static class UnexplainedRemovals
{
    public static IEnumerable<Check> Since(WeeklyReport previous, WeeklyReport report)
    {
        if (report.Listings.Count == 0) return [];
        return ListingDifferences.RemovedBetween(previous, report)
            .Where(removed => removed.ExplainedBy is null)
            .Select(removed => Check.Info(
                "listing-removed-without-notice",
                $"{CheckWording.Place(removed.Jurisdiction)} is no longer listed, and no notice in the report names it."));
    }
}
