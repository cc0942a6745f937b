using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks;

/// <summary>A jurisdiction is no longer listed, and no notice of the report names it.</summary>
internal static class UnexplainedRemovals
{
    public static IEnumerable<Check> Since(WeeklyReport previous, WeeklyReport report)
    {
        var mentions = new PlaceMentions(report.Notices.Select(notice => notice.Text));
        var listed = report.Listings.Select(listing => listing.Jurisdiction).ToHashSet();
        return previous.Listings.Select(listing => listing.Jurisdiction).Distinct()
            .Where(jurisdiction => !listed.Contains(jurisdiction) && !mentions.Name(jurisdiction))
            .Select(jurisdiction => Say.Info(
                "listing-removed-without-notice", $"{Say.Place(jurisdiction)} is no longer listed, and no notice in the report names it."));
    }
}
