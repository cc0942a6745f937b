using System.Net;
using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

public sealed class ComparisonTests(SampleLedger ledger)
{
    private const string Path = $"/api/weeks/{Samples.FirstWeek}/compare/{Samples.SecondWeek}";

    [Fact]
    public async Task Returns_the_totals_of_both_weeks_and_the_change()
    {
        var comparison = await ledger.App.Read(Path);

        Assert.Equal((Samples.FirstWeek, 3083, 206, 117), Totals(comparison.At("a")));
        Assert.Equal((Samples.SecondWeek, 2825, 47, 150), Totals(comparison.At("b")));
        Assert.Equal(197, comparison.Number("a.corrected.detainersDeclined"));
        Assert.Null(comparison.At("b.corrected"));
        Assert.Equal(-258, comparison.Number("change.detainersIssued"));
        Assert.Equal(-159, comparison.Number("change.detainersDeclined"));
        Assert.Equal(33, comparison.Number("change.jurisdictionsListed"));

        static (string?, int?, int?, int?) Totals(JsonNode? week) =>
            (week.Text("week"), week.Number("detainersIssued"), week.Number("detainersDeclined"), week.Number("jurisdictionsListed"));
    }

    [Fact]
    public async Task California_and_Connecticut_were_added_and_nothing_explains_the_removals()
    {
        var listings = (await ledger.App.Read(Path)).At("listings");

        var summary = (await ledger.App.Read($"/api/weeks/{Samples.SecondWeek}")).At("listings");
        Assert.True(JsonNode.DeepEquals(summary.At("added"), listings.At("added")));
        Assert.Superset(new HashSet<string?> { "ca", "ct" }, listings.Rows("added").Select(place => place.Text("id")).ToHashSet());
        Assert.Equal(
            summary.Rows("removed").Select(place => place.ToJsonString()),
            listings.Rows("removed").Select(removed => removed.At("jurisdiction")!.ToJsonString()));
        Assert.All(listings.Rows("removed"), removed => Assert.Null(removed.At("explainedBy")));
    }

    [Fact]
    public async Task A_listing_that_reads_the_same_in_both_weeks_is_not_altered() =>
        Assert.Empty((await ledger.App.Read(Path)).Rows("listings.altered"));

    [Fact]
    public async Task Counts_the_declined_of_both_weeks_by_jurisdiction_the_most_first()
    {
        var declined = (await ledger.App.Read(Path)).Rows("declinedByJurisdiction");

        Assert.Equal(("tx-travis-county", 142, 2), (declined[0].Text("jurisdiction.id"), declined[0].Number("a"), declined[0].Number("b")));
        Assert.Equal((206, 47), (declined.Sum(row => row.Number("a")), declined.Sum(row => row.Number("b"))));
        Assert.Equal(
            declined
                .OrderByDescending(row => row.Number("a") + row.Number("b"))
                .ThenBy(row => row.Text("jurisdiction.name"), StringComparer.Ordinal),
            declined);
        foreach (var (week, side) in new[] { (Samples.FirstWeek, "a"), (Samples.SecondWeek, "b") })
        {
            var summary = (await ledger.App.Read($"/api/weeks/{week}")).Rows("declinedByJurisdiction");
            Assert.Equal(
                summary.Select(row => (row.Text("jurisdiction.id"), row.Number("declined"))).Order(),
                declined.Where(row => row.Number(side) > 0).Select(row => (row.Text("jurisdiction.id"), row.Number(side))).Order());
        }
    }

    [Fact]
    public async Task The_other_way_round_what_was_added_is_removed()
    {
        var forth = await ledger.App.Read(Path);
        var back = await ledger.App.Read($"/api/weeks/{Samples.SecondWeek}/compare/{Samples.FirstWeek}");

        Assert.Equal(258, back.Number("change.detainersIssued"));
        Assert.Equal(
            forth.Rows("listings.added").Select(place => place.Text("id")),
            back.Rows("listings.removed").Select(removed => removed.Text("jurisdiction.id")));
    }

    [Fact]
    public async Task A_week_may_be_the_latest() => Assert.Equal(
        await ledger.App.ReadText($"/api/weeks/{Samples.FirstWeek}/compare/{Samples.ThirdWeek}"),
        await ledger.App.ReadText($"/api/weeks/{Samples.FirstWeek}/compare/latest"));

    [Theory]
    [InlineData("2016-12-31", Samples.FirstWeek, "a")]
    [InlineData(Samples.FirstWeek, "2016-12-31", "b")]
    public async Task A_week_that_the_ledger_does_not_have_is_named(string a, string b, string parameter)
    {
        var problem = await ledger.App.ReadProblem($"/api/weeks/{a}/compare/{b}", HttpStatusCode.NotFound);

        Assert.Equal(("week-not-found", parameter), (problem.Text("code"), problem.Text("parameter")));
    }
}
