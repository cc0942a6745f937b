using DetainerLedger.Reports;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.Reports;

public sealed class ListingDifferencesTests
{
    [Fact]
    public void Lists_what_was_added_and_what_was_removed()
    {
        var differences = ListingDifferences.Between(
            Report(Listing(Travis), Listing(Nassau)), Report(Listing(Denver), Listing(Travis), Listing(California)));

        Assert.Equal([Denver, California], differences.Added);
        Assert.Equal([new RemovedListing(Nassau, null)], differences.Removed);
        Assert.Empty(differences.Altered);
    }

    [Fact]
    public void A_removal_is_explained_by_the_first_notice_that_names_the_jurisdiction()
    {
        var notice = Notice("Nassau County, New York, is no longer listed.");
        var after = Report(Listing(Travis)) with { Notices = [Notice("Some offices ceased."), notice, Notice("Nassau County again.")] };

        var differences = ListingDifferences.Between(Report(Listing(Travis), Listing(Nassau), Listing(Denver)), after);

        Assert.Equal([new RemovedListing(Nassau, notice), new RemovedListing(Denver, null)], differences.Removed);
    }

    [Fact]
    public void A_notice_of_the_earlier_report_explains_nothing()
    {
        var before = Report(Listing(Nassau)) with { Notices = [Notice("Nassau County is listed.")] };

        Assert.Equal([new RemovedListing(Nassau, null)], ListingDifferences.Between(before, Report(Listing(Travis))).Removed);
    }

    [Fact]
    public void Names_each_field_that_reads_differently()
    {
        var before = Listing(Travis, "Honors all", "Murder");
        var after = before with { Aor = null, Enacted = "Unknown", Policy = "Honors none", Criteria = ["Murder", "Arson"] };

        Assert.Equal(
            [
                new AlteredListing(Travis, "aor", "San Antonio", null),
                new AlteredListing(Travis, "enacted", "January 2017", "Unknown"),
                new AlteredListing(Travis, "policy", "Honors all", "Honors none"),
                new AlteredListing(Travis, "criteria", "Murder", "Murder\nArson"),
            ],
            ListingDifferences.Between(Report(before), Report(after)).Altered);
    }

    [Fact]
    public void Where_and_how_a_listing_is_printed_alters_nothing()
    {
        var before = Listing(Travis);
        var after = before with { AsPrinted = "TRAVIS COUNTY, TX", Source = before.Source with { Page = 9, Row = 9 } };

        Assert.Empty(ListingDifferences.Between(Report(before), Report(after)).Altered);
    }

    [Fact]
    public void A_jurisdiction_that_is_printed_twice_is_one()
    {
        var (once, twice) = (Report(Listing(Travis)), Report(Listing(Travis), Listing(Travis)));
        var differently = Report(Listing(Travis), Listing(Travis, "Honors all"));

        Assert.All([ListingDifferences.Between(once, twice), ListingDifferences.Between(twice, once)], same =>
        {
            Assert.Empty(same.Added);
            Assert.Empty(same.Removed);
            Assert.Empty(same.Altered);
        });
        Assert.Equal(
            [new AlteredListing(Travis, "policy", "Honors none", "Honors none\nHonors all")],
            ListingDifferences.Between(once, differently).Altered);
    }
}
