using DetainerLedger.History;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Tests;

/// <summary>Made-up reports and the ledger of them.</summary>
internal static class Made
{
    public static readonly DateOnly FirstWeek = new(2017, 1, 28);
    public static readonly DateOnly SecondWeek = new(2017, 2, 4);
    public static readonly Jurisdiction Travis = new("tx-travis-county", "Travis County", "TX", JurisdictionKind.County, "48453");
    public static readonly Jurisdiction California = new("ca", "California", "CA", JurisdictionKind.State, "06");
    public static readonly Jurisdiction Denver = new("co-denver", "Denver", "CO", JurisdictionKind.City, "08031");

    private static readonly DateTimeOffset Moment = new(2017, 2, 20, 8, 30, 0, TimeSpan.Zero);

    public static SiteSettings Settings { get; } = new("https://ledger.example.org", "desk@example.org");

    public static PageContext Context(string path, DateTimeOffset? asOf = null) =>
        new(path, asOf, Settings) { KnownOn = new DateOnly(2017, 2, 13) };

    public static DateTimeOffset EndOf(int year, int month, int day) => new(new DateOnly(year, month, day), TimeOnly.MaxValue, TimeSpan.Zero);

    public static SourceLocation Source(int row) => new(Id(SecondWeek), 3, row);

    public static PolicyListing Listing(Jurisdiction place, string policy = "Will not honor detainers", string enacted = "January 2017") =>
        new(place, place.Name, "San Antonio", enacted, policy, ["Murder"], Source(1));

    public static DeclinedDetainer Declined(Jurisdiction place, string? agency = "Travis County Jail", string? reason = "Will not honor ICE detainer") =>
        new(place, place.Name, agency, "Mexico", new DateOnly(2016, 11, 29), new DateOnly(2017, 2, 5), reason, "Burglary", "conviction", Source(7));

    public static IssuedVolume Issued(Jurisdiction place, int count) => new(place, place.Name, count, Source(2));

    public static WeeklyReport Report(DateOnly week, int? issued = 2825) => new()
    {
        Period = new ReportingWeek(week, week.AddDays(6)),
        DetainersIssued = issued,
    };

    public static PublishedReport Published(WeeklyReport report, int number = 1, DateOnly? releasedOn = null) =>
        new(new Revision(report.Period, number, Moment, releasedOn, "facts", WeekTotals.Of(report),
            new RevisionSource(Id(report.Week), $"ddor-{report.Period}.pdf", new string('a', 64), 23)), report, []);

    public static LedgerView View(params PublishedReport[] reports) => Index(reports).Now;

    public static LedgerIndex Index(PublishedReport[] reports, params PublishedNotice[] notices) => new(
        reports.GroupBy(report => report.Revision.Week).Select(week => (IReadOnlyList<Revision>)[.. week.Select(report => report.Revision)]), notices, "1");

    public static PublishedNotice Notice(params Correction[] corrections) =>
        new(Id(new DateOnly(2017, 3, 29)), "corrections.json", Moment, "facts", new CorrectionNotice("Corrections", new DateOnly(2017, 3, 29), null, corrections));

    public static ArrivalId Id(DateOnly week) => ArrivalId.Of($"{ReportingWeek.Name(week)}.pdf", "\"0x1\"", Moment);
}
