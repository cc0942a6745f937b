using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Rows;

/// <summary>A county that the Census Bureau doesn't list in that state, reported once at its first occurrence.</summary>
internal static class UnknownCounties
{
    public static IEnumerable<Check> In(WeeklyReport report) =>
        report.HighestVolume.Select(row => (row.Jurisdiction, row.Source))
            .Concat(report.Declines.Select(row => (row.Jurisdiction, row.Source)))
            .Concat(report.Listings.Select(row => (row.Jurisdiction, row.Source)))
            .Where(named => named.Jurisdiction is { Kind: JurisdictionKind.County, Fips: null })
            .DistinctBy(named => named.Jurisdiction)
            .Select(named => Check.Warning(
                "unknown-county", $"{StateNames.Of(named.Jurisdiction.State)} has no county named {named.Jurisdiction.Name}.", named.Source));
}
