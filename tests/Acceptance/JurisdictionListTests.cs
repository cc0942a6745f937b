using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

public sealed class JurisdictionListTests(SampleLedger ledger)
{
    [Fact]
    public async Task Names_every_jurisdiction_that_any_report_names_once_and_by_id()
    {
        var all = await Ids("");

        var named = new HashSet<string?>();
        foreach (var week in Samples.Weeks)
        {
            var report = await ledger.App.Read($"/api/weeks/{week}/report");
            foreach (var section in new[] { "highestVolume", "declines", "listings" })
                named.UnionWith(report.Rows(section).Select(row => row.Text("jurisdiction.id")));
        }
        Assert.Equal(named.OfType<string>().Order(StringComparer.Ordinal), all);
    }

    [Fact]
    public async Task Is_what_its_history_says_it_is()
    {
        var listed = Assert.Single(await Rows("q=travis"));

        Assert.True(listed.At("listed")!.GetValue<bool>());
        var jurisdiction = (await ledger.App.Read("/api/jurisdictions/tx-travis-county")).At("jurisdiction")!.AsObject();
        Assert.All(jurisdiction, field => Assert.True(JsonNode.DeepEquals(field.Value, listed.At(field.Key)), field.Key));
    }

    [Fact]
    public async Task Listed_means_in_the_latest_week()
    {
        var listings = (await ledger.App.Read("/api/weeks/latest/listings?limit=1000")).Rows("listings");
        var latest = listings.Select(row => row.Text("jurisdiction.id")).ToHashSet();

        Assert.Equal(latest.Order(StringComparer.Ordinal), await Ids("listed=true"));
        Assert.Equal((await Ids("")).Where(id => !latest.Contains(id)), await Ids("listed=false"));
        Assert.Contains("pa-franklin-county", await Ids("listed=false"));
    }

    [Theory]
    [InlineData("state=TX", "state", "TX")]
    [InlineData("state=texas", "state", "TX")]
    [InlineData("kind=state", "kind", "state")]
    [InlineData("kind=city", "kind", "city")]
    public async Task Filters_by_state_and_kind(string filter, string field, string value)
    {
        var all = await Rows("");

        Assert.Equal(all.Where(row => row.Text(field) == value).Select(row => row.Text("id")), await Ids(filter));
        Assert.NotEmpty(await Ids(filter));
    }

    [Theory]
    [InlineData("franklin", "ia-franklin-county ny-franklin-county pa-franklin-county wa-franklin-county")]
    [InlineData("FRANKLIN COUNTY", "ia-franklin-county ny-franklin-county pa-franklin-county wa-franklin-county")]
    [InlineData("Fránklín", "ia-franklin-county ny-franklin-county pa-franklin-county wa-franklin-county")]
    [InlineData("franklin&state=NY", "ny-franklin-county")]
    [InlineData("travis co", "tx-travis-county")]
    [InlineData("county of travis", "")]
    [InlineData("no such place", "")]
    [InlineData("!", "")]
    public async Task Finds_a_part_of_a_name_whatever_its_case_and_diacritics(string search, string ids) =>
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), await Ids($"q={search}"));

    [Fact]
    public async Task Filters_hold_together()
    {
        var found = await Rows("state=CA&kind=county&listed=true&q=san");

        Assert.Contains("ca-san-diego-county", found.Select(row => row.Text("id")));
        Assert.All(found, row => Assert.Equal(("CA", "county"), (row.Text("state"), row.Text("kind"))));
        Assert.All(found, row => Assert.Contains("san", row.Text("name"), StringComparison.OrdinalIgnoreCase));
    }

    private async Task<IReadOnlyList<JsonNode>> Rows(string filter) =>
        (await ledger.App.Read($"/api/jurisdictions?limit=1000&{filter}")).Rows("jurisdictions");

    private async Task<IEnumerable<string?>> Ids(string filter) => (await Rows(filter)).Select(row => row.Text("id"));
}
