using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Weeks;

/// <summary>What one week's report states about one jurisdiction.</summary>
/// <param name="Issued">Null when Section I doesn't name it: unknown, not zero.</param>
/// <param name="WasListed">Whether the earlier week lists it; null without an earlier week.</param>
public sealed record WeekPlace(Jurisdiction Jurisdiction, bool Listed, int Declined, int? Issued, bool? WasListed)
{
    /// <returns>Ordered by state and name; those without a state come last.</returns>
    public static IReadOnlyList<WeekPlace> Of(WeeklyReport report, WeeklyReport? previous)
    {
        var listed = report.Listings.Select(row => row.Jurisdiction).ToHashSet();
        var before = previous?.Listings.Select(row => row.Jurisdiction).ToHashSet();
        var declined = report.Declines.ToLookup(row => row.Jurisdiction);
        var issued = report.HighestVolume.ToLookup(row => row.Jurisdiction);
        return [.. listed.Concat(declined.Select(rows => rows.Key)).Concat(issued.Select(rows => rows.Key)).Distinct()
            .Select(place => new WeekPlace(
                place,
                listed.Contains(place),
                declined[place].Count(),
                issued.Contains(place) ? issued[place].Sum(row => row.Issued) : null,
                before?.Contains(place)))
            .OrderBy(row => row.Jurisdiction.State is null)
            .ThenBy(row => StateNames.Of(row.Jurisdiction.State), StringComparer.Ordinal)
            .ThenBy(row => row.Jurisdiction.Kind != JurisdictionKind.State)
            .ThenBy(row => row.Jurisdiction.Name, StringComparer.Ordinal)
            .ThenBy(row => row.Jurisdiction.Id, StringComparer.Ordinal)];
    }
}
