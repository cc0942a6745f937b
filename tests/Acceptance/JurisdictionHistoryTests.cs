using System.Net;
using Acceptance.App;

namespace Acceptance;

public sealed class JurisdictionHistoryTests(SampleLedger ledger)
{
    [Fact]
    public async Task Travis_County_has_10_then_2_then_142_declined_detainers_from_the_newest_week()
    {
        var history = await ledger.App.Read("/api/jurisdictions/tx-travis-county/history");

        Assert.Equal("tx-travis-county", history.Text("jurisdiction.id"));
        Assert.Equal("Travis County", history.Text("jurisdiction.name"));
        Assert.Equal("TX", history.Text("jurisdiction.state"));
        Assert.Equal("county", history.Text("jurisdiction.kind"));
        Assert.Equal("48453", history.Text("jurisdiction.fips"));

        var weeks = history.Rows("weeks");
        Assert.Equal(Samples.Weeks.Reverse(), weeks.Select(week => week.Text("week")));
        Assert.Equal([10, 2, 142], weeks.Select(week => week.Number("declined")));
        Assert.Equal([10, 2, 142], weeks.Select(week => week.Rows("declines").Count));
        Assert.All(weeks, week => Assert.True(week.At("listed")!.GetValue<bool>()));

        Assert.Equal(154, history.Number("totals.detainersDeclined"));
        Assert.Equal(3, history.Number("totals.weeksListed"));
        Assert.Equal(Samples.FirstWeek, history.Text("totals.firstListed"));
        Assert.Equal(Samples.ThirdWeek, history.Text("totals.lastListed"));
        Assert.Null(history.At("next"));
    }

    [Fact]
    public async Task A_week_says_what_Section_I_does_and_where_it_is_silent_the_number_is_unknown()
    {
        var travis = (await ledger.App.Read("/api/jurisdictions/tx-travis-county/history")).Rows("weeks");
        var ithaca = (await ledger.App.Read("/api/jurisdictions/ny-ithaca/history")).Rows("weeks");

        Assert.Equal(23, travis.Single(week => week.Text("week") == Samples.SecondWeek).Number("issued"));
        Assert.All(ithaca, week => Assert.Null(week.At("issued")));
    }

    [Fact]
    public async Task A_jurisdiction_is_its_history_and_may_be_named_by_its_FIPS_code()
    {
        var history = await ledger.App.ReadText("/api/jurisdictions/tx-travis-county/history");

        foreach (var path in new[] { "48453/history", "48453", "tx-travis-county" })
            Assert.Equal(history, await ledger.App.ReadText($"/api/jurisdictions/{path}"));
    }

    [Fact]
    public async Task A_range_of_weeks_has_totals_of_its_own()
    {
        var history = await ledger.App.Read("/api/jurisdictions/tx-travis-county/history?from=2017-02-04&to=2017-02-11");

        Assert.Equal([10, 2], history.Rows("weeks").Select(week => week.Number("declined")));
        Assert.Equal(12, history.Number("totals.detainersDeclined"));
        Assert.Equal(2, history.Number("totals.weeksListed"));
    }

    [Fact]
    public async Task A_jurisdiction_that_is_listed_no_more_says_so()
    {
        var history = await ledger.App.Read("/api/jurisdictions/pa-franklin-county/history");

        Assert.Equal([false, false, true], history.Rows("weeks").Select(week => week.At("listed")!.GetValue<bool>()));
        Assert.Equal(1, history.Number("totals.weeksListed"));
        Assert.Equal(Samples.FirstWeek, history.Text("totals.lastListed"));
        Assert.Null(history.Rows("weeks")[0].At("listing"));
    }

    [Fact]
    public async Task Places_of_the_same_name_in_different_states_have_histories_of_their_own()
    {
        var ids = new[] { "ia-franklin-county", "ny-franklin-county", "pa-franklin-county" };

        var histories = await Task.WhenAll(ids.Select(id => ledger.App.Read($"/api/jurisdictions/{id}/history")));

        Assert.Equal(["IA", "NY", "PA"], histories.Select(history => history.Text("jurisdiction.state")));
        Assert.All(histories, history => Assert.Equal("Franklin County", history.Text("jurisdiction.name")));
    }

    [Theory]
    [InlineData("tx-nowhere-county")]
    [InlineData("Travis County")]
    [InlineData("99999")]
    public async Task One_that_no_report_names_is_not_found(string id)
    {
        var problem = await ledger.App.ReadProblem($"/api/jurisdictions/{Uri.EscapeDataString(id)}/history", HttpStatusCode.NotFound);

        Assert.Equal("jurisdiction-not-found", problem.Text("code"));
    }
}
