using System.Net;
using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

/// <summary>What a reader asks about a place: whether it is listed, since when, and what changed.</summary>
public sealed class PlaceTests(SampleLedger ledger)
{
    [Fact]
    public async Task A_county_that_no_report_names_is_found_all_the_same_and_a_misspelling_is_not()
    {
        var harris = Assert.Single((await ledger.App.Read("/api/places?q=Harris%20County,%20Texas")).Rows("places"));

        Assert.Equal(("tx-harris-county", "48201", 0, false), (harris.Text("id"), harris.Text("fips"), harris.Number("weeksNamed"), Flag(harris, "listed")));
        Assert.Empty((await ledger.App.Read("/api/places?q=Haris%20County")).Rows("places"));
        await ledger.App.ReadProblem("/api/jurisdictions/tx-harris-county/changes", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_county_of_a_state_that_is_listed_is_listed_through_it()
    {
        var places = (await ledger.App.Read("/api/places?state=CA&kind=county&limit=1000")).Rows("places");

        Assert.Equal(58 - 1, places.Count(place => Flag(place, "registered")));
        Assert.All(places, place => Assert.True(Flag(place, "listedThroughState")));
        var before = (await ledger.App.Read("/api/places?state=CA&kind=state&asOf=2017-01-01")).Rows("places");
        Assert.False(Flag(Assert.Single(before), "listed"));
    }

    [Fact]
    public async Task The_changes_of_a_place_begin_with_its_listing()
    {
        var changes = await ledger.App.Read("/api/jurisdictions/48453/changes");

        Assert.Equal("tx-travis-county", changes.Text("jurisdiction.id"));
        var first = changes.Rows("changes")[^1];
        var history = await ledger.App.Read("/api/jurisdictions/tx-travis-county/history");
        Assert.Equal(("listed", history.Text("totals.firstListed")), (first.Text("kind"), first.Text("week")));
    }

    [Fact]
    public async Task Each_removal_of_a_comparison_is_a_change_of_its_place_with_the_same_explanation()
    {
        var removed = (await ledger.App.Read("/api/weeks/2017-01-28/compare/2017-02-04")).Rows("listings.removed");
        Assert.NotEmpty(removed);

        foreach (var place in removed)
        {
            var changes = (await ledger.App.Read($"/api/jurisdictions/{place.Text("jurisdiction.id")}/changes")).Rows("changes");
            var change = Assert.Single(changes, change => change.Text("kind") == "delisted" && change.Text("week") == "2017-02-04");
            Assert.True(JsonNode.DeepEquals(place.At("explainedBy"), change.At("explainedBy")));
        }
    }

    [Fact]
    public async Task A_corrected_count_is_a_change_of_the_day_of_its_notice()
    {
        var correction = (await ledger.App.Read("/api/corrections?limit=1")).Rows("corrections")[0];

        var changes = (await ledger.App.Read($"/api/jurisdictions/{correction.Text("jurisdiction.id")}/changes")).Rows("changes");

        var change = Assert.Single(changes, change => change.Text("id") == correction.Text("id"));
        Assert.Equal(
            (correction.Text("dated"), correction.At("was")!.ToString(), correction.At("is")!.ToString()),
            (change.Text("day"), change.Text("from"), change.Text("to")));
    }

    [Theory]
    [InlineData("2017-01-28")]
    [InlineData("2017-02-04")]
    [InlineData("2017-02-11")]
    public async Task The_rows_of_a_week_by_jurisdiction_add_up_to_its_totals(string week)
    {
        var summary = await ledger.App.Read($"/api/weeks/{week}");
        var rows = await ledger.App.Read($"/api/weeks/{week}/jurisdictions?limit=1000");

        Assert.Equal(summary.Number("detainersDeclined"), Sum("declined") + rows.Number("withoutState.declined"));
        Assert.Equal(summary.Number("jurisdictionsListed"), Sum("listings") + rows.Number("withoutState.listed"));
        Assert.Equal(summary.At("previousWeek")?.Text("week"), rows.Text("previousWeek"));
        foreach (var (change, list) in new[] { ("added", "listings.added"), ("removed", "listings.removed") })
        {
            var found = rows.Rows("jurisdictions").Where(row => row.At("change")?.Text("listed") == change).Select(row => row.Text("jurisdiction.id"));
            Assert.Equal(summary.Rows(list).Select(place => place.Text("id")).OfType<string>().Order(StringComparer.Ordinal), found);
        }

        int Sum(string field) => rows.Rows("jurisdictions").Sum(row => row.Number(field)!.Value);
    }

    [Fact]
    public async Task Every_state_in_every_week_says_what_the_state_itself_does()
    {
        var rows = (await ledger.App.Read("/api/states?limit=1000")).Rows("states");
        var texas = (await ledger.App.Read("/api/states/TX")).Rows("weeks");

        Assert.Equal(3 * 56, rows.Count);
        Assert.Equal(texas.Select(Numbers), rows.Where(row => row.Text("state") == "TX").Select(Numbers));
        // The District of Columbia is a state here, and its own listing covers all of it.
        Assert.Equal(
            ["CA", "CT", "DC"], rows.Where(row => row.Text("week") == "2017-02-04" && Flag(row, "statewide")).Select(row => row.Text("state")));

        static (string?, int?, int?, int?) Numbers(JsonNode row) =>
            (row.Text("week"), row.Number("declined"), row.Number("issued"), row.Number("listed"));
    }

    [Fact]
    public async Task An_agency_has_the_rows_that_name_it_and_the_agencies_have_all_that_name_any()
    {
        var agencies = (await ledger.App.Read("/api/agencies?limit=1000")).Rows("agencies");
        var rikers = Assert.Single((await ledger.App.Read("/api/agencies?q=rikers")).Rows("agencies"));

        var page = await ledger.App.Read($"/api/agencies/{rikers.Text("id")}?limit=1000");
        Assert.True(JsonNode.DeepEquals(rikers, page.At("agency")));
        Assert.Equal(rikers.Number("declined"), page.Rows("declines").Count);
        Assert.All(page.Rows("declines"), row => Assert.StartsWith("Rikers Island", row.Text("agency"), StringComparison.Ordinal));

        var named = 0;
        foreach (var week in Samples.Weeks)
            named += (await ledger.App.Read($"/api/weeks/{week}/declines?limit=1000")).Rows("declines")
                .Count(row => row.Text("agency") is not null && row.Text("jurisdiction.id") is not null);
        Assert.Equal(named, agencies.Sum(agency => agency.Number("declined")!.Value));
        await ledger.App.ReadProblem("/api/agencies/tx-no-such-jail", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Three_weeks_in_a_row_have_no_gap()
    {
        var coverage = (await ledger.App.Read("/api/weeks")).At("coverage")!;

        Assert.Equal("""{"first":"2017-01-28","latest":"2017-02-11","weeks":3,"missing":0,"gaps":[]}""", coverage.ToJsonString());
    }

    [Fact]
    public async Task What_is_known_differs_before_and_after_each_moment()
    {
        var days = (await ledger.App.Read("/api/moments?limit=1000")).Rows("moments").Select(moment => moment.Text("day")!).ToList();
        Assert.NotEmpty(days);

        foreach (var day in days)
        {
            var before = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            Assert.NotEqual(await Known(before), await Known(day));
        }

        async Task<string> Known(string day) =>
            await ledger.App.ReadText($"/api/weeks?asOf={day}") + await ledger.App.ReadText($"/api/corrections?asOf={day}");
    }

    private static bool Flag(JsonNode node, string path) => node.At(path)!.GetValue<bool>();
}
