using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>Splits a report by jurisdiction.</summary>
public static class JurisdictionWeeks
{
    /// <returns>One entry for each jurisdiction that has an id, in the order in which the report first names them.</returns>
    public static IReadOnlyList<JurisdictionWeek> Of(WeeklyReport report, ReadingId id)
    {
        var issued = report.HighestVolume.ToLookup(row => row.Jurisdiction);
        var listings = report.Listings.ToLookup(row => row.Jurisdiction);
        var declines = report.Declines.ToLookup(row => row.Jurisdiction);
        return [.. issued.Select(rows => rows.Key)
            .Concat(declines.Select(rows => rows.Key))
            .Concat(listings.Select(rows => rows.Key))
            .Where(jurisdiction => jurisdiction.Id is not null)
            .Distinct()
            .Select(jurisdiction => new JurisdictionWeek(
                report.Week, id.ReportId, jurisdiction, [.. issued[jurisdiction]], [.. listings[jurisdiction]], [.. declines[jurisdiction]])
            {
                Reread = id.Reread,
            })];
    }
}
