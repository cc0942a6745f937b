using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Reports;

public sealed class FactsFingerprintTests
{
    private static readonly ArrivalId First = ArrivalId.Of("a.pdf", "1", DateTimeOffset.UnixEpoch);
    private static readonly ArrivalId Second = ArrivalId.Of("b.json", "2", DateTimeOffset.UnixEpoch);

    private static readonly Jurisdiction Travis = new("tx-travis-county", "Travis County", "TX", JurisdictionKind.County, "48453");

    public static TheoryData<string> Facts =>
        ["period", "issued", "stated", "sum", "volume", "row", "order", "double", "agency", "date", "disposition", "criteria", "notice", "title", "scope", "definition"];

    [Fact]
    public void It_is_the_same_on_any_day_and_machine() =>
        Assert.Equal("498e7a46", FactsFingerprint.Of(Report(First))[..8]);

    [Fact]
    public void It_does_not_depend_on_the_position_of_the_facts() => Assert.Equal(FactsFingerprint.Of(Report(First)), FactsFingerprint.Of(Report(Second)));

    [Theory]
    [MemberData(nameof(Facts))]
    public void It_depends_on_every_fact(string fact)
    {
        var report = Report(First);
        var (volume, decline, listing) = (report.HighestVolume[0], report.Declines[0], report.Listings[0]);
        var other = fact switch
        {
            "period" => report with { Period = new ReportingWeek(report.Week, report.Week.AddDays(7)) },
            "issued" => report with { DetainersIssued = null },
            "stated" => report with { DeclinedAsStated = 0 },
            "sum" => report with { HighestVolumeTotal = 1 },
            "volume" => report with { HighestVolume = [volume with { Issued = 24 }] },
            "row" => report with { Declines = [decline] },
            "order" => report with { Declines = [.. report.Declines.Reverse()] },
            "double" => report with { Declines = [.. report.Declines, decline] },
            "agency" => report with { Declines = [decline with { Agency = "" }, report.Declines[1]] },
            "date" => report with { Declines = [decline with { Declined = decline.Issued, Issued = decline.Declined }, report.Declines[1]] },
            "disposition" => report with { Declines = [decline with { Disposition = "conviction" }, report.Declines[1]] },
            "criteria" => report with { Listings = [listing with { Criteria = ["OneTwo"] }] },
            "notice" => report with { Notices = [] },
            "title" => report with { SectionTitles = ["Section II"] },
            "scope" => report with { Scope = report.Definition, Definition = report.Scope },
            _ => report with { Definition = null },
        };

        Assert.NotEqual(FactsFingerprint.Of(report), FactsFingerprint.Of(other));
    }

    [Fact]
    public void A_place_counts_by_its_id_and_without_one_by_its_printed_name()
    {
        var report = Report(First);
        var volume = report.HighestVolume[0];
        var unresolved = volume with { Jurisdiction = new Jurisdiction(null, "Franklin County", null, null, null) };

        Assert.Equal(FactsFingerprint.Of(report), FactsFingerprint.Of(report with { HighestVolume = [volume with { AsPrinted = "Travis County, TX" }] }));
        Assert.NotEqual(
            FactsFingerprint.Of(report with { HighestVolume = [unresolved with { AsPrinted = "Franklin County" }] }),
            FactsFingerprint.Of(report with { HighestVolume = [unresolved with { AsPrinted = "Montgomery County" }] }));
    }

    [Fact]
    public void A_notice_of_corrections_has_one_too()
    {
        var notice = new CorrectionNotice("Correction", new DateOnly(2017, 3, 29), null, [Correction(First)]);

        Assert.Equal(FactsFingerprint.Of(notice), FactsFingerprint.Of(notice with { Corrections = [Correction(Second)] }));
        Assert.NotEqual(FactsFingerprint.Of(notice), FactsFingerprint.Of(notice with { Corrections = [Correction(First) with { Section = CorrectedSection.Declined }] }));
        Assert.NotEqual(FactsFingerprint.Of(notice), FactsFingerprint.Of(notice with { Dated = null }));
    }

    private static Correction Correction(ArrivalId id) =>
        new(new DateOnly(2017, 1, 28), CorrectedSection.Issued, Travis, "Travis County, Texas", "same-name", 5, 0, new SourceLocation(id, 7, 1));

    private static WeeklyReport Report(ArrivalId id) => new()
    {
        Period = new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)),
        DetainersIssued = 2825,
        DeclinedAsStated = null,
        HighestVolumeTotal = 540,
        HighestVolume = [new IssuedVolume(Travis, "Travis County, Texas", 23, new SourceLocation(id, 2, 1))],
        Declines = [Decline(id, "Travis County Jail"), Decline(id, null)],
        Listings = [new PolicyListing(Travis, "Travis County, Texas", "San Antonio", "January 2017", null, ["One", "Two"], new SourceLocation(id, 8, 1))],
        Notices = [new Notice("A notice.", new SourceLocation(id, 2, null))],
        SectionTitles = ["Section I"],
        Scope = "Scope.",
        Definition = "Definition.",
    };

    private static DeclinedDetainer Decline(ArrivalId id, string? agency) => new(
        Travis, "Travis County, Texas", agency, "Mexico", new DateOnly(2016, 11, 29), new DateOnly(2017, 2, 5), "Reason", "Burglary", "charge", new SourceLocation(id, 3, 1));
}
