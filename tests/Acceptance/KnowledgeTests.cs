using System.Net;
using Acceptance.App;

namespace Acceptance;

/// <summary>What was known when: <c>asOf</c> and <c>releasedOn</c>.</summary>
[Collection(typeof(OneDatedLedger))]
public sealed class KnowledgeTests(DatedLedger ledger)
{
    [Fact]
    public void An_arrival_keeps_the_day_of_its_release_however_it_came()
    {
        Assert.Equal("2017-02-06", ledger.Uploaded.Text("releasedOn"));
        Assert.Equal("2017-02-14", ledger.Dropped.Text("releasedOn"));
        Assert.Equal("second.pdf", ledger.Dropped.Text("name"));
        Assert.Equal("published", ledger.Dropped.Text("state"));
    }

    [Theory]
    [InlineData("/api/weeks/2017-01-28?asOf=2017-02-05")]
    [InlineData("/api/weeks/2017-01-28?asOf=2017-02-05T23:59:59Z")]
    [InlineData("/api/weeks/2017-01-28?asOf=2017-02-06T00:59:59%2B01:00")]
    [InlineData("/api/weeks/2017-01-28/report?asOf=2017-02-05")]
    [InlineData("/api/weeks/2017-01-28/declines?asOf=2017-02-05")]
    [InlineData("/api/weeks/2017-01-28/listings?asOf=2017-02-05")]
    [InlineData("/api/weeks/latest?asOf=2017-02-05")]
    [InlineData("/api/jurisdictions/tx-travis-county/history?asOf=2017-02-05")]
    [InlineData("/api/weeks/2017-02-04?asOf=2017-02-13")]
    [InlineData("/api/weeks/2017-02-11?asOf=2017-12-31")]
    public async Task Before_its_release_a_report_was_not_known(string path) => await ledger.App.ReadProblem(path, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("2017-02-06")]
    [InlineData("2017-02-06T00:00:00Z")]
    [InlineData("2017-02-06T01:00:00%2B01:00")]
    public async Task From_its_release_a_report_that_came_later_was_known(string asOf)
    {
        var summary = await ledger.App.Read($"/api/weeks/2017-01-28?asOf={asOf}");

        Assert.Equal("2017-02-06", summary.Text("releasedOn"));
        Assert.Equal(3083, summary.Number("detainersIssued"));
        Assert.Equal(206, (await ledger.App.ReadPages($"/api/weeks/2017-01-28/declines?asOf={asOf}", "declines", 100)).Count);
    }

    [Theory]
    [InlineData("2017-02-05", "")]
    [InlineData("2017-02-06", "2017-01-28")]
    [InlineData("2017-02-14", "2017-02-04 2017-01-28")]
    public async Task The_list_of_weeks_grows_with_the_releases(string asOf, string weeks)
    {
        var list = await ledger.App.Read($"/api/weeks?asOf={asOf}");

        Assert.Equal(weeks.Split(' ', StringSplitOptions.RemoveEmptyEntries), list.Rows("weeks").Select(week => week.Text("week")));
    }

    [Fact]
    public async Task The_latest_week_is_the_latest_that_was_known() =>
        Assert.Equal(Samples.SecondWeek, (await ledger.App.Read("/api/weeks/latest?asOf=2017-02-14")).Text("week"));

    [Fact]
    public async Task A_history_contains_the_weeks_that_were_known()
    {
        var history = await ledger.App.Read("/api/jurisdictions/tx-travis-county/history?asOf=2017-02-14");

        Assert.Equal([2, 142], history.Rows("weeks").Select(week => week.Number("declined")));
        Assert.Equal(144, history.Number("totals.detainersDeclined"));
    }

    [Fact]
    public async Task A_later_edition_is_in_force_from_its_own_release()
    {
        var before = await ledger.App.Read("/api/weeks/2017-01-28?asOf=2017-02-28");
        var after = await ledger.App.Read("/api/weeks/2017-01-28?asOf=2017-03-01");
        var now = await ledger.App.Read("/api/weeks/2017-01-28");

        Assert.Equal((1, 3083), (before.Number("revision"), before.Number("detainersIssued")));
        Assert.Equal((2, 3084), (after.Number("revision"), after.Number("detainersIssued")));
        Assert.Equal((2, 3084), (now.Number("revision"), now.Number("detainersIssued")));
        Assert.Equal(2825 - 3084, (await ledger.App.Read("/api/weeks/2017-02-04")).Number("change.detainersIssued"));
        Assert.Equal(2825 - 3083, (await ledger.App.Read("/api/weeks/2017-02-04?asOf=2017-02-14")).Number("change.detainersIssued"));
    }

    [Fact]
    public async Task Corrections_are_known_from_their_date()
    {
        var before = await ledger.App.Read("/api/weeks/2017-01-28?asOf=2017-03-28");
        var after = await ledger.App.Read("/api/weeks/2017-01-28?asOf=2017-03-29");

        Assert.Null(before.At("corrected"));
        Assert.Empty(before.Rows("corrections"));
        Assert.Empty((await ledger.App.Read("/api/corrections?asOf=2017-03-28")).Rows("corrections"));
        Assert.Equal(197, after.Number("corrected.detainersDeclined"));
        Assert.Equal(8, (await ledger.App.Read("/api/corrections?asOf=2017-03-29")).Rows("corrections").Count);
    }
}
