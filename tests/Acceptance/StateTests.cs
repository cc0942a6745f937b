using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

public sealed class StateTests(SampleLedger ledger)
{
    [Fact]
    public async Task Lists_the_weeks_of_a_state_from_the_newest()
    {
        var texas = await ledger.App.Read("/api/states/TX");

        Assert.Equal(("TX", "Texas"), (texas.Text("state"), texas.Text("name")));
        Assert.False(texas.At("listedStatewide")!.GetValue<bool>());
        Assert.Equal(Samples.Weeks.Reverse(), texas.Rows("weeks").Select(week => week.Text("week")));
        foreach (var week in texas.Rows("weeks"))
        {
            var report = await ledger.App.Read($"/api/weeks/{week.Text("week")}/report");
            Assert.Equal(InTexas("declines").Count, week.Number("declined"));
            Assert.Equal(InTexas("listings").Count, week.Number("listed"));
            var issued = InTexas("highestVolume");
            Assert.Equal(issued.Count > 0 ? issued.Sum(row => row.Number("issued")) : null, week.Number("issued"));

            List<JsonNode> InTexas(string section) => [.. report.Rows(section).Where(row => row.Text("jurisdiction.state") == "TX")];
        }
    }

    [Fact]
    public async Task Names_its_jurisdictions_as_their_list_does()
    {
        var listed = (await ledger.App.Read("/api/jurisdictions?state=TX&limit=1000")).Rows("jurisdictions");

        Assert.Equal(
            listed.OrderBy(place => place.Text("name"), StringComparer.Ordinal).Select(place => place.ToJsonString()),
            (await ledger.App.Read("/api/states/TX")).Rows("jurisdictions").Select(place => place.ToJsonString()));
    }

    [Fact]
    public async Task Corrections_of_its_jurisdictions_are_beside_the_reported_numbers()
    {
        var first = (await ledger.App.Read("/api/states/TX")).Rows("weeks")[^1];

        Assert.Equal(["tx-williamson-county", "tx-bastrop-county"], first.Rows("corrections").Select(row => row.Text("jurisdiction.id")));
    }

    [Theory]
    [InlineData("CA", true)]
    [InlineData("CT", true)]
    [InlineData("NY", false)]
    public async Task California_and_Connecticut_are_listed_statewide(string state, bool listed)
    {
        Assert.Equal(listed, (await ledger.App.Read($"/api/states/{state}")).At("listedStatewide")!.GetValue<bool>());
    }

    [Fact]
    public async Task A_state_that_no_report_names_has_no_jurisdictions_and_what_was_issued_is_unknown()
    {
        var wyoming = await ledger.App.Read("/api/states/wy");

        Assert.Equal("Wyoming", wyoming.Text("name"));
        Assert.Empty(wyoming.Rows("jurisdictions"));
        Assert.Equal(3, wyoming.Rows("weeks").Count);
        Assert.All(wyoming.Rows("weeks"), week =>
            Assert.Equal((0, null, 0), (week.Number("declined"), week.Number("issued"), week.Number("listed"))));
    }
}
