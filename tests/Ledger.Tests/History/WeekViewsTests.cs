using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using DetainerLedger.Tests.Publishing;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.History;

/// <summary>The weeks that are missing, a week by jurisdiction, and every state in every week.</summary>
public sealed class WeekViewsTests
{
    private static readonly Jurisdiction NoState = new(null, "Franklin County", null, null, null);

    private static readonly PublishedReport First = In(Week, Report(Listing(Travis), Listing(Nassau)) with
    {
        HighestVolume = [Issued(Travis, 20)],
        Declines = [Declined(Travis), Declined(Travis), Declined(Nassau)],
    });

    private static readonly PublishedReport Second = In(Week.AddDays(7), Report(Listing(Travis), Listing(California), Listing(NoState)) with
    {
        HighestVolume = [Issued(Travis, 23)],
        Declines = [Declined(Travis), Declined(Denver), Declined(NoState)],
    });

    [Fact]
    public void An_empty_ledger_covers_nothing() => Assert.Equivalent(new WeekCoverage(null, null, 0, 0, []), WeekCoverage.Of(View()), strict: true);

    [Fact]
    public void Weeks_in_a_row_have_no_gap() =>
        Assert.Equivalent(new WeekCoverage(Week, Week.AddDays(7), 2, 0, []), WeekCoverage.Of(View(First, Second)), strict: true);

    [Fact]
    public void Missing_weeks_are_counted_whatever_the_order_of_arrival()
    {
        PublishedReport[] weeks = [First, Empty(14), Empty(35)];
        var expected = new WeekCoverage(Week, Week.AddDays(35), 3, 3, [new(Week.AddDays(7), Week.AddDays(7), 1), new(Week.AddDays(21), Week.AddDays(28), 2)]);

        Assert.All(Orders.Of(weeks), order => Assert.Equivalent(expected, WeekCoverage.Of(View(order)), strict: true));
    }

    [Fact]
    public void A_period_that_is_longer_than_a_week_covers_it()
    {
        var fortnight = (Report() with { Period = new ReportingWeek(Week, Week.AddDays(13)) }).Published();

        Assert.Empty(WeekCoverage.Of(View(fortnight, Empty(14))).Gaps);
        Assert.Empty(WeekCoverage.Of(View(fortnight, Empty(20))).Gaps);
    }

    [Fact]
    public void A_far_week_is_one_gap() => Assert.Single(WeekCoverage.Of(View(First, Empty(700_000))).Gaps);

    [Fact]
    public void A_week_has_a_row_for_each_jurisdiction_that_it_or_the_week_before_names()
    {
        var rows = Rows(Second, First).Rows;

        Assert.Equal(
            [
                ("ca", null, 0, true, Week.AddDays(7)),
                ("co-denver", null, 1, false, null),
                ("ny-nassau-county", null, 0, false, Week),
                ("tx-travis-county", 23, 1, true, (DateOnly?)Week),
            ],
            rows.Select(row => (row.Jurisdiction.Id!, row.Issued, row.Declined, row.Listed, row.FirstListed)));
        Assert.Equal(
            [
                new JurisdictionChange(null, 0, ListingChange.Added),
                new JurisdictionChange(null, 1, null),
                new JurisdictionChange(null, -1, ListingChange.Removed),
                new JurisdictionChange(3, -1, null),
            ],
            rows.Select(row => row.Change));
    }

    [Fact]
    public void Rows_without_a_state_are_counted_so_that_the_rows_add_up_to_the_totals()
    {
        var week = Rows(Second, First);

        Assert.Equal(new RowsWithoutState(1, 1), week.WithoutState);
        Assert.Equal(Second.Revision.Totals.DetainersDeclined, week.Rows.Sum(row => row.Declined) + week.WithoutState.Declined);
        Assert.Equal(Second.Revision.Totals.JurisdictionsListed, week.Rows.Sum(row => row.Listings) + week.WithoutState.Listed);
    }

    [Fact]
    public void The_first_week_has_nothing_to_be_compared_with()
    {
        var week = Rows(First);

        Assert.Null(week.PreviousWeek);
        Assert.All(week.Rows, row => Assert.Null(row.Change));
    }

    [Fact]
    public void A_week_does_not_know_that_a_place_will_be_listed_later()
    {
        var first = In(Week, Report() with { Declines = [Declined(California)] });

        Assert.Null(Assert.Single(Rows(first).Rows).FirstListed);
    }

    [Fact]
    public void Every_state_has_a_row_in_every_week_newest_first()
    {
        var rows = StateWeeks.Of(
            JurisdictionRegister.Default.States, [(Second.Revision, Counts(Second)), (First.Revision, Counts(First))]).ToList();

        Assert.Equal(2 * 56, rows.Count);
        Assert.Equal(Week.AddDays(7), rows[0].Week);
        Assert.Equal("AK", rows[0].State);
        Assert.Equal([new(Week.AddDays(7), 1, "CA", "California", 0, null, 1, true), new StateWeekRow(Week, 1, "CA", "California", 0, null, 0, false)], rows.Where(row => row.State == "CA"));
        Assert.Equal([(23, 1, 1), (20, 2, 1)], rows.Where(row => row.State == "TX").Select(row => (row.Issued!.Value, row.Declined, row.Listed)));
    }

    private static WeekJurisdictions Rows(params PublishedReport[] newestFirst) =>
        WeekJurisdictions.Of(View(newestFirst), newestFirst[0].Revision, [.. newestFirst.Select(Counts)]);

    private static ReportCounts Counts(PublishedReport report) => ReportCounts.Of(report.Report, report.Revision.Reading);

    private static PublishedReport Empty(int days) => In(Week.AddDays(days), Report());

    private static PublishedReport In(DateOnly week, WeeklyReport report) => (report with { Period = new ReportingWeek(week, week.AddDays(6)) }).Published();
}
