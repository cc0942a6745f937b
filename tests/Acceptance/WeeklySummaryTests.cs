using Acceptance.App;

namespace Acceptance;

public sealed class WeeklySummaryTests(SampleLedger ledger)
{
    [Fact]
    public void Each_sample_is_published_as_the_first_revision_of_its_week()
    {
        foreach (var week in Samples.Weeks)
        {
            var arrival = ledger.Arrivals[Samples.ReportOf(week)];
            Assert.Equal("published", arrival.Text("state"));
            Assert.Equal(week, arrival.Text("week"));
            Assert.Equal(1, arrival.Number("revision"));
            Assert.Equal("pdf", arrival.Text("format"));
            Assert.Null(arrival.At("error"));
        }
    }

    [Theory]
    [InlineData(Samples.FirstWeek, 3083, 206, 117)]
    [InlineData(Samples.SecondWeek, 2825, 47, 150)]
    [InlineData(Samples.ThirdWeek, 2868, 65, 150)]
    public async Task States_the_three_totals_of_a_week(string week, int issued, int declined, int listed)
    {
        var summary = await ledger.App.Read($"/api/weeks/{week}");

        Assert.Equal(week, summary.Text("week"));
        Assert.Equal(1, summary.Number("revision"));
        Assert.Equal(issued, summary.Number("detainersIssued"));
        Assert.Equal(declined, summary.Number("detainersDeclined"));
        Assert.Equal(listed, summary.Number("jurisdictionsListed"));
        Assert.Equal(Samples.Expected(week).Text("start"), summary.Text("period.start"));
        Assert.Equal(Samples.Expected(week).Text("end"), summary.Text("period.end"));
        Assert.Equal(Samples.ReportOf(week), summary.Text("source.name"));
        Assert.Equal(ledger.Arrivals[Samples.ReportOf(week)].Text("id"), summary.Text("source.reportId"));
    }

    [Fact]
    public async Task Compares_the_week_of_February_4_with_the_week_before()
    {
        var summary = await ledger.App.Read($"/api/weeks/{Samples.SecondWeek}");

        Assert.Equal(Samples.FirstWeek, summary.Text("previousWeek.week"));
        Assert.Equal(3083, summary.Number("previousWeek.detainersIssued"));
        Assert.Equal(206, summary.Number("previousWeek.detainersDeclined"));
        Assert.Equal(117, summary.Number("previousWeek.jurisdictionsListed"));
        Assert.Equal(-258, summary.Number("change.detainersIssued"));
        Assert.Equal(-159, summary.Number("change.detainersDeclined"));
        Assert.Equal(33, summary.Number("change.jurisdictionsListed"));
    }

    [Fact]
    public async Task The_first_week_has_nothing_to_be_compared_with()
    {
        var summary = await ledger.App.Read($"/api/weeks/{Samples.FirstWeek}");

        Assert.Null(summary.At("previousWeek"));
        Assert.Null(summary.At("change"));
        Assert.Empty(summary.Rows("listings.added"));
        Assert.Empty(summary.Rows("listings.removed"));
    }

    [Fact]
    public async Task Lists_the_41_jurisdictions_added_and_the_8_removed_in_the_week_of_February_4()
    {
        var summary = await ledger.App.Read($"/api/weeks/{Samples.SecondWeek}");

        Assert.Equal(41, summary.Rows("listings.added").Count);
        var removed = summary.Rows("listings.removed").Select(place => (place.Text("name"), place.Text("state"))).ToList();
        Assert.Equal(8, removed.Count);
        Assert.Contains("Clay County", removed.Select(place => place.Item1));
        Assert.Contains("Bedford County", removed.Select(place => place.Item1));
        Assert.Contains(("Franklin County", "PA"), removed);
        Assert.Contains("Nassau County", removed.Select(place => place.Item1));
        Assert.DoesNotContain(("Franklin County", "NY"), removed);
    }

    [Fact]
    public async Task California_and_Connecticut_are_listed_as_whole_states_in_the_week_of_February_4()
    {
        var summary = await ledger.App.Read($"/api/weeks/{Samples.SecondWeek}");

        Assert.Equal(["ca", "ct"], summary.Rows("listings.statewide").Select(place => place.Text("id")).Order());
        Assert.All(summary.Rows("listings.statewide"), place => Assert.Equal("state", place.Text("kind")));
        Assert.Subset(
            summary.Rows("listings.added").Select(place => place.Text("id")).ToHashSet(),
            new HashSet<string?> { "ca", "ct" });
    }

    [Theory]
    [InlineData(Samples.FirstWeek)]
    [InlineData(Samples.SecondWeek)]
    [InlineData(Samples.ThirdWeek)]
    public async Task Counts_the_declined_detainers_by_state_and_by_jurisdiction(string week)
    {
        var summary = await ledger.App.Read($"/api/weeks/{week}");
        var rows = Samples.Expected(week).Rows("declined");

        var byState = summary.Rows("declinedByState");
        Assert.Equal(
            rows.GroupBy(row => row.Text("state")).Select(state => state.Count()).OrderDescending(),
            byState.Select(state => state.Number("declined")!.Value));
        Assert.All(byState, state => Assert.Equal(
            Math.Round((double)state.Number("declined")!.Value / rows.Count, 3), state.At("share")!.GetValue<double>(), precision: 3));

        Assert.Equal(
            rows.GroupBy(row => (row.Text("jurisdiction"), row.Text("state"))).Select(place => place.Count()).OrderDescending(),
            summary.Rows("declinedByJurisdiction").Select(place => place.Number("declined")!.Value));
    }

    [Fact]
    public async Task New_York_had_most_of_the_declined_detainers_of_the_week_of_February_4()
    {
        var first = (await ledger.App.Read($"/api/weeks/{Samples.SecondWeek}")).Rows("declinedByState")[0];

        Assert.Equal("NY", first.Text("state"));
        Assert.Equal(14, first.Number("declined"));
        Assert.Equal(0.298, first.At("share")!.GetValue<double>());
    }

    [Theory]
    [InlineData(Samples.FirstWeek)]
    [InlineData(Samples.SecondWeek)]
    [InlineData(Samples.ThirdWeek)]
    public async Task Names_the_policies_that_date_from_the_year_of_the_week(string week)
    {
        var summary = await ledger.App.Read($"/api/weeks/{week}");

        var expected = Samples.Expected(week).Rows("policies")
            .Where(policy => policy.Text("enacted")!.Contains("2017", StringComparison.Ordinal))
            // Iowa City, Johnson County, Iowa is a city within a county: its name is the city's.
            .Select(policy => policy.Text("name")!.Split(',')[0]);
        Assert.Equal(expected.Order(), summary.Rows("listings.recentlyEnacted").Select(place => place.Text("name")).Order());
    }

    [Fact]
    public async Task The_latest_week_is_the_newest_one()
    {
        var latest = await ledger.App.ReadText("/api/weeks/latest");

        Assert.Equal(await ledger.App.ReadText($"/api/weeks/{Samples.ThirdWeek}"), latest);
    }

    [Fact]
    public async Task The_weeks_are_listed_from_the_newest()
    {
        var weeks = (await ledger.App.Read("/api/weeks")).Rows("weeks");

        Assert.Equal(Samples.Weeks.Reverse(), weeks.Select(week => week.Text("week")));
        Assert.Equal([2868, 2825, 3083], weeks.Select(week => week.Number("detainersIssued")));
        Assert.Equal([65, 47, 206], weeks.Select(week => week.Number("detainersDeclined")));
        Assert.Equal([150, 150, 117], weeks.Select(week => week.Number("jurisdictionsListed")));
        Assert.All(weeks, week => Assert.Equal(1, week.Number("revision")));
    }
}
