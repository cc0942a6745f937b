using Acceptance.App;

namespace Acceptance;

public sealed class CorrectionTests(SampleLedger ledger)
{
    [Fact]
    public void A_file_of_corrections_is_published_and_belongs_to_no_week()
    {
        var arrival = ledger.Arrivals[Samples.Corrections];

        Assert.Equal("published", arrival.Text("state"));
        Assert.Null(arrival.At("week"));
        Assert.Null(arrival.At("revision"));
        Assert.Null(arrival.At("error"));
    }

    [Fact]
    public async Task After_the_corrections_there_are_nine_declined_detainers_fewer_and_the_reported_totals_stay()
    {
        var summary = await ledger.App.Read($"/api/weeks/{Samples.FirstWeek}");

        Assert.Equal(206, summary.Number("detainersDeclined"));
        Assert.Equal(197, summary.Number("corrected.detainersDeclined"));
        Assert.Equal(3083, summary.Number("corrected.detainersIssued"));
        Assert.Equal(117, summary.Number("corrected.jurisdictionsListed"));
        Assert.Equal(8, summary.Rows("corrections").Count);
    }

    [Theory]
    [InlineData(Samples.SecondWeek)]
    [InlineData(Samples.ThirdWeek)]
    public async Task A_week_without_corrections_has_no_corrected_totals(string week)
    {
        var summary = await ledger.App.Read($"/api/weeks/{week}");

        Assert.Null(summary.At("corrected"));
        Assert.Empty(summary.Rows("corrections"));
    }

    [Fact]
    public async Task The_list_of_corrections_says_what_the_notice_does()
    {
        var corrections = (await ledger.App.Read("/api/corrections")).Rows("corrections");

        var notice = System.Text.Json.Nodes.JsonNode.Parse(Samples.Bytes(Samples.Corrections));
        Assert.Equal(
            notice.Rows("corrections").Select(row => (
                row.Text("week"), row.Text("section"), row.Text("jurisdiction")!.Split(", ")[0],
                Postal.CodeOf(row.Text("jurisdiction")!.Split(", ")[1]), row.Text("reason"), row.Number("was"), row.Number("is"))),
            corrections.Select(row => (
                row.Text("week"), row.Text("section"), row.Text("jurisdiction.name")!,
                row.Text("jurisdiction.state"), row.Text("reason"), row.Number("was"), row.Number("is"))));
        Assert.All(corrections, row => Assert.Equal(notice.Text("title"), row.Text("title")));
        Assert.All(corrections, row => Assert.Equal("2017-03-29", row.Text("dated")));
        Assert.All(corrections, row => Assert.Equal(ledger.Arrivals[Samples.Corrections].Text("id"), row.Text("source.reportId")));
        Assert.Equal(8, corrections.Select(row => row.Text("id")).Distinct().Count());
    }

    [Fact]
    public async Task A_corrected_jurisdiction_keeps_its_reported_rows_and_shows_the_correction_beside_them()
    {
        var history = await ledger.App.Read("/api/jurisdictions/tx-williamson-county/history");

        var first = history.Rows("weeks").Single(week => week.Text("week") == Samples.FirstWeek);
        Assert.Equal(4, first.Number("declined"));
        var correction = Assert.Single(first.Rows("corrections"));
        Assert.Equal("declined", correction.Text("section"));
        Assert.Equal("transferred", correction.Text("reason"));
        Assert.Equal(4, correction.Number("was"));
        Assert.Equal(0, correction.Number("is"));
    }
}
