using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.History;

public sealed class KnownJurisdictionsTests
{
    private static readonly State Texas = new("TX", "Texas", "48");

    private static readonly PublishedReport First = (Report(Listing(Travis), Listing(Nassau)) with
    {
        HighestVolume = [Issued(Travis, 20), Issued(Travis, 3)],
        Declines = [Declined(Travis), Declined(Travis)],
    }).Published();

    private static readonly PublishedReport Second = (Report(Listing(Travis), Listing(California)) with
    {
        Period = new ReportingWeek(Week.AddDays(7), Week.AddDays(13)),
        Declines = [Declined(Denver), Declined(new Jurisdiction(null, "Franklin County", null, null, null))],
    }).Published();

    [Fact]
    public void Names_each_once_by_id_and_says_whether_the_latest_week_lists_it() => Assert.Equal(
        [new(California, true), new(Denver, false), new(Nassau, false), new KnownJurisdiction(Travis, true)],
        KnownJurisdictions.Of(Counts(Second, First)));

    [Fact]
    public void A_ledger_without_a_week_knows_no_jurisdictions() => Assert.Empty(KnownJurisdictions.Of([]));

    [Theory]
    [InlineData("TX", null, null, "tx-travis-county")]
    [InlineData(null, JurisdictionKind.County, null, "ny-nassau-county tx-travis-county")]
    [InlineData(null, null, false, "co-denver ny-nassau-county")]
    [InlineData("NY", JurisdictionKind.County, false, "ny-nassau-county")]
    [InlineData("NY", JurisdictionKind.County, true, "")]
    [InlineData(null, null, null, "ca co-denver ny-nassau-county tx-travis-county")]
    public void A_filter_takes_what_every_part_of_it_takes(string? state, JurisdictionKind? kind, bool? listed, string ids)
    {
        var filter = new JurisdictionFilter(state, kind, null, listed);

        var taken = KnownJurisdictions.Of(Counts(Second, First)).Where(filter.Takes);

        Assert.Equal(ids, string.Join(' ', taken.Select(known => known.Jurisdiction.Id)));
    }

    [Fact]
    public void A_state_has_its_weeks_and_what_Section_I_does_not_name_is_unknown()
    {
        var history = StateHistory.Of(View(First, Second), Texas, Counts(Second, First));

        Assert.False(history.ListedStatewide);
        Assert.Equal([new KnownJurisdiction(Travis, true)], history.Jurisdictions);
        Assert.Equal([(0, null, 1), (2, 23, 1)], history.Weeks.Select(week => (week.Declined, week.Issued, week.Listed)));
    }

    [Fact]
    public void A_state_is_listed_statewide_while_the_latest_week_lists_the_whole_of_it()
    {
        var state = new State("CA", "California", "06");

        Assert.True(StateHistory.Of(View(First, Second), state, Counts(Second, First)).ListedStatewide);
        Assert.False(StateHistory.Of(View(First), state, Counts(First)).ListedStatewide);
    }

    [Fact]
    public void A_state_has_the_corrections_of_its_jurisdictions_alone()
    {
        Correction[] corrections = [Correction(Travis), Correction(Denver)];
        var notice = new CorrectionNotice(null, null, null, corrections);
        var index = Index([First], new PublishedNotice(default, "notice.json", default, "facts", notice));

        var week = Assert.Single(StateHistory.Of(index.Now, Texas, Counts(First)).Weeks);

        Assert.Equal(Travis, Assert.Single(week.Corrections).Jurisdiction);

        static Correction Correction(Jurisdiction place) =>
            new(Week, CorrectedSection.Declined, place, place.Name, null, 2, 1, new SourceLocation(default, null, 1));
    }

    private static ReportCounts[] Counts(params IEnumerable<PublishedReport> reports) =>
        [.. reports.Select(report => ReportCounts.Of(report.Report, report.Revision.Source.ReportId))];
}
