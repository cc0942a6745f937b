using DetainerLedger.History;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.History;

public sealed class JurisdictionHistoriesTests
{
    [Fact]
    public void A_second_listing_in_a_week_is_not_lost()
    {
        var published = Report(Listing(Travis, "Honors none"), Listing(Travis, "Honors some")).Published();

        var week = Assert.Single(History([published], published)!.Weeks);

        Assert.Equal("Honors none", week.Listing?.Policy);
        Assert.Equal(["Honors none", "Honors some"], week.Listings.Select(listing => listing.Policy));
    }

    [Fact]
    public void A_week_that_does_not_list_it_has_no_listings()
    {
        var published = (Report() with { Declines = [Declined(Travis)] }).Published();

        var week = Assert.Single(History([published], published)!.Weeks);

        Assert.Equal((false, null, 0), (week.Listed, week.Listing, week.Listings.Count));
    }

    [Fact]
    public void Only_the_revision_in_force_is_shown_whichever_came_first()
    {
        var first = (Report() with { Declines = [Declined(Travis), Declined(Travis)] }).Published(1);
        var second = (Report() with { Declines = [Declined(Travis)] }).Published(2);

        Assert.Equal(1, History([first, second], first, second)!.Totals.DetainersDeclined);
        Assert.Equal(1, History([second, first], second, first)!.Totals.DetainersDeclined);
    }

    [Fact]
    public void What_only_a_superseded_revision_names_has_no_history()
    {
        var first = Report(Listing(Travis)).Published(1);

        Assert.Null(History([first, Report().Published(2)], first));
    }

    [Fact]
    public void Of_two_readings_of_one_file_the_one_in_force_is_shown()
    {
        var earlier = Report(Listing(Travis, "as read then")).Published();
        var reread = new PublishedReport(earlier.Revision with { Reread = "2.abc" }, Report(Listing(Travis, "as read now")), []);

        var week = Assert.Single(History([reread], earlier, reread)!.Weeks);

        Assert.Equal("as read now", week.Listing?.Policy);
    }

    private static JurisdictionHistory? History(PublishedReport[] revisions, params PublishedReport[] stored) => JurisdictionHistories.Of(
        View(revisions),
        stored.SelectMany(published => JurisdictionWeeks.Of(published.Report, published.Revision.Reading))
            .Where(facts => facts.Jurisdiction == Travis));
}
