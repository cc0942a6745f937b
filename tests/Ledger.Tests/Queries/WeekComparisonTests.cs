using DetainerLedger.History;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using DetainerLedger.Tests.History;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.Queries;

public sealed class WeekComparisonTests
{
    [Fact]
    public void Counts_the_declines_of_both_sides_the_most_first_and_then_by_name()
    {
        var a = Report() with { Declines = [Declined(Travis), Declined(Travis), Declined(Nassau)] };
        var b = Report() with { Declines = [Declined(Travis), Declined(Denver)] };

        Assert.Equal(
            [new ComparedDeclines(Travis, 2, 1), new ComparedDeclines(Denver, 0, 1), new ComparedDeclines(Nassau, 1, 0)],
            Compare(a, b).DeclinedByJurisdiction);
    }

    [Fact]
    public void The_change_of_a_total_that_either_week_does_not_state_is_unknown()
    {
        Assert.Equal(new WeekTotals(-30, 0, 1), Compare(Report(), Report(Listing(Travis)) with { DetainersIssued = 70 }).Change);
        Assert.Equal(new WeekTotals(null, 0, 0), Compare(Report(), Report() with { DetainersIssued = null }).Change);
    }

    [Fact]
    public void A_week_compared_with_itself_has_no_differences()
    {
        var week = Report(Listing(Travis, "Honors some", "Murder")) with { Declines = [Declined(Travis)] };

        var comparison = Compare(week, week);

        Assert.Equal(comparison.A, comparison.B);
        Assert.Equal(new WeekTotals(0, 0, 0), comparison.Change);
        Assert.Empty(comparison.Listings.Added);
        Assert.Empty(comparison.Listings.Removed);
        Assert.Empty(comparison.Listings.Altered);
    }

    private static WeekComparison Compare(WeeklyReport a, WeeklyReport b) => WeekComparison.Of(View(), a.Published(), b.Published());
}
