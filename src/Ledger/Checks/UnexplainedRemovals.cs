using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks;

/// <summary>
/// A jurisdiction is no longer listed, and no notice of the report names it. A report that lists none has lost its
/// Section III, which other checks tell; it doesn't remove each jurisdiction.
/// </summary>
internal static class UnexplainedRemovals
{
    public static IEnumerable<Check> Since(WeeklyReport previous, WeeklyReport report)
    {
        if (report.Listings.Count == 0) return [];
        var mentions = new PlaceMentions(report.Notices.Select(notice => notice.Text));
        var listed = report.Listings.Select(listing => listing.Jurisdiction).ToHashSet();
        return previous.Listings.Select(listing => listing.Jurisdiction).Distinct()
            .Where(jurisdiction => !listed.Contains(jurisdiction) && !mentions.Name(jurisdiction))
            .Select(jurisdiction => Say.Info(
                "listing-removed-without-notice", $"{Say.Place(jurisdiction)} is no longer listed, and no notice in the report names it."));
    }
}
