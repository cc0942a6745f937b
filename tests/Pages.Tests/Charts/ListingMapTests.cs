using AngleSharp.Dom;
using DetainerLedger.Pages.Charts;
using DetainerLedger.Places;

namespace DetainerLedger.Pages.Tests.Charts;

public sealed class ListingMapTests
{
    private static readonly JurisdictionRegister Register = JurisdictionRegister.Default;

    [Fact]
    public async Task A_listed_county_is_a_link_with_its_facts()
    {
        var link = Assert.Single((await Render(County("TX", "Travis County", listed: true, declined: 2))).QuerySelectorAll("svg a"));
        Assert.Equal("Travis County, TX: listed; 2 declined", link.GetAttribute("aria-label"));
        Assert.Equal("/jurisdictions/tx-travis-county", link.GetAttribute("href"));
        Assert.Equal("listed", link.ClassName);
    }

    [Fact]
    public async Task A_county_that_only_declined_is_told_from_a_listed_one()
    {
        var link = (await Render(County("TX", "Harris County", listed: false, declined: 1))).QuerySelector("svg a")!;
        Assert.Equal("Harris County, TX: not listed; 1 declined", link.GetAttribute("aria-label"));
        Assert.Equal("named", link.ClassName);
    }

    [Fact]
    public async Task A_whole_state_is_hatched()
    {
        var link = (await Render(State("CA", listed: true))).QuerySelector("svg a")!;
        Assert.Equal("California: listed as a whole state", link.GetAttribute("aria-label"));
        Assert.Equal("url(#hatch)", link.QuerySelector("path")!.GetAttribute("fill"));
    }

    [Fact]
    public async Task A_state_that_is_named_without_being_listed_is_not_drawn()
    {
        var map = await Render(State("TX", listed: false, declined: 1));
        Assert.Empty(map.QuerySelectorAll("svg a"));
        Assert.Equal("Texas (not listed; 1 declined)", Beneath(map).Single());
    }

    [Fact]
    public async Task A_small_county_is_ringed()
    {
        var map = await Render(County("CA", "San Francisco", listed: true), County("CA", "San Bernardino County", listed: true));
        Assert.Equal([1, 0], map.QuerySelectorAll("svg a").Select(link => link.QuerySelectorAll("circle").Length));
    }

    [Fact]
    public async Task The_District_of_Columbia_is_ringed_and_listed_by_itself()
    {
        var link = (await Render(State("DC", listed: true))).QuerySelector("svg a")!;
        Assert.Equal("District of Columbia: listed", link.GetAttribute("aria-label"));
        Assert.NotNull(link.QuerySelector("circle"));
    }

    [Fact]
    public async Task What_a_map_cannot_show_is_named_beneath_it()
    {
        var map = await Render(
            new MapPlace(new("ca-berkeley", "Berkeley", "CA", JurisdictionKind.City, null), true, 0, "/jurisdictions/ca-berkeley"),
            new MapPlace(new("ca-santa-rita-jail", "Santa Rita Jail", "CA", JurisdictionKind.Agency, null), false, 3, "/agencies/ca-santa-rita-jail"),
            new MapPlace(new(null, "Washington County", null, JurisdictionKind.County, null), true, 0, null),
            new MapPlace(Register.CountiesOf("PR")[0], true, 0, "/jurisdictions/pr-adjuntas"));
        Assert.Empty(map.QuerySelectorAll("svg a"));
        Assert.Equal(
            ["Agencies", "Cities", "Outside this map", "Places printed without a state"],
            map.QuerySelectorAll("dt").Select(kind => kind.TextContent));
        Assert.Equal(
            ["Santa Rita Jail, CA (not listed; 3 declined)", "Berkeley, CA (listed)", "Adjuntas, PR (listed)", "Washington County (listed)"],
            Beneath(map));
    }

    [Fact]
    public async Task Every_county_of_the_states_is_in_the_drawing()
    {
        var territories = new[] { "AS", "GU", "MP", "PR", "VI" };
        var states = Register.States.Where(state => !territories.Contains(state.Code));
        var places = states.SelectMany(state => Register.CountiesOf(state.Code)).Select(county => new MapPlace(county, true, 0, "/")).ToArray();
        var map = await Render(places);
        Assert.Equal(places.Length, map.QuerySelectorAll("svg a").Length);
        Assert.All(map.QuerySelectorAll("svg a path"), path => Assert.StartsWith("m", path.GetAttribute("d"), StringComparison.Ordinal));
        Assert.Empty(Beneath(map));
    }

    [Fact]
    public async Task A_states_map_has_its_counties_and_no_others()
    {
        var map = await Render("TX", County("TX", "Travis County", listed: true), County("CA", "Alameda County", listed: true));
        Assert.Equal(["Travis County, TX: listed"], map.QuerySelectorAll("svg a").Select(link => link.GetAttribute("aria-label")));
        Assert.Equal(Register.CountiesOf("TX").Count, map.QuerySelector(".land")!.GetAttribute("d")!.Split('M').Length - 1);
    }

    [Fact]
    public async Task In_a_map_of_a_listed_state_all_of_it_is_hatched()
    {
        var map = await Render("CT", State("CT", listed: true));
        Assert.NotNull(map.QuerySelector("svg[data-map] > .statewide"));
    }

    [Fact]
    public async Task A_state_without_counties_has_no_map() => Assert.Empty((await Render("DC", State("DC", listed: true))).Children);

    [Fact]
    public async Task Names_stay_text()
    {
        var hostile = new MapPlace(new("tx-x", "<script>alert(1)</script>", "TX", JurisdictionKind.City, null), true, 0, "/jurisdictions/tx-x");
        var map = await Render(hostile);
        Assert.Empty(map.QuerySelectorAll("script"));
        Assert.Equal("<script>alert(1)</script>, TX (listed)", Beneath(map).Single());
    }

    private static MapPlace County(string state, string name, bool listed, int declined = 0)
    {
        var county = Register.FindCounty(state, name)!;
        return new MapPlace(county, listed, declined, $"/jurisdictions/{county.Id}");
    }

    private static MapPlace State(string code, bool listed, int declined = 0) =>
        new(Register.WholeState(Register.FindState(code)!), listed, declined, $"/states/{code}");

    private static IEnumerable<string> Beneath(IElement map) =>
        from item in map.QuerySelectorAll(".map-beneath li")
        select string.Join(' ', item.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static Task<IElement> Render(params MapPlace[] places) =>
        Rendered.Of<ListingMap>(new() { ["Caption"] = "Listings of the week", ["Places"] = places });

    private static Task<IElement> Render(string state, params MapPlace[] places) =>
        Rendered.Of<ListingMap>(new() { ["Caption"] = "Listings of the week", ["Places"] = places, ["State"] = Register.FindState(state) });
}
