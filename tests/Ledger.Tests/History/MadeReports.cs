using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.History;

/// <summary>Reports of a few rows, which differ.</summary>
internal static class MadeReports
{
    public static readonly DateOnly Week = new(2017, 1, 28);
    public static readonly Jurisdiction Travis = new("tx-travis-county", "Travis County", "TX", JurisdictionKind.County, "48453");
    public static readonly Jurisdiction Nassau = new("ny-nassau-county", "Nassau County", "NY", JurisdictionKind.County, "36059");
    public static readonly Jurisdiction Denver = new("co-denver", "Denver", "CO", JurisdictionKind.City, "08031");
    public static readonly Jurisdiction California = new("ca", "California", "CA", JurisdictionKind.State, "06");

    private static readonly DateTimeOffset Moment = new(2017, 2, 6, 9, 0, 0, TimeSpan.Zero);

    public static WeeklyReport Report(params IEnumerable<PolicyListing> listings) => new()
    {
        Period = new ReportingWeek(Week, Week.AddDays(6)),
        DetainersIssued = 100,
        Listings = [.. listings],
    };

    public static PolicyListing Listing(Jurisdiction jurisdiction, string? policy = "Honors none", params string[] criteria) =>
        new(jurisdiction, jurisdiction.Name, "San Antonio", "January 2017", policy, criteria, At(1));

    public static DeclinedDetainer Declined(Jurisdiction jurisdiction, int row = 1, string? reason = "Policy") =>
        new(jurisdiction, jurisdiction.Name, "Jail", "Mexico", Week.AddDays(-30), Week, reason, null, null, At(row));

    public static IssuedVolume Issued(Jurisdiction jurisdiction, int issued) => new(jurisdiction, jurisdiction.Name, issued, At(1));

    public static Notice Notice(string text) => new(text, At(1));

    public static PublishedReport Published(this WeeklyReport report, int number = 1)
    {
        var source = new RevisionSource(Id(report.Week, number), "ddor.pdf", new string('a', 64), 23);
        var revision = new Revision(
            report.Period, number, Moment.AddDays(number), null, $"facts {number}", WeekTotals.Of(report), source);
        return new PublishedReport(revision, report, []);
    }

    public static LedgerView View(params IEnumerable<PublishedReport> reports) => Index(reports).Now;

    public static LedgerIndex Index(IEnumerable<PublishedReport> reports, params IEnumerable<PublishedNotice> notices) =>
        new(reports.Select(report => report.Revision).GroupBy(revision => revision.Week, (_, each) => each.ToList()), notices, "");

    private static ArrivalId Id(DateOnly week, int number) => ArrivalId.Of($"{ReportingWeek.Name(week)}-{number}.pdf", "0x1", Moment);

    private static SourceLocation At(int row) => new(Id(Week, 1), 1, row);
}
