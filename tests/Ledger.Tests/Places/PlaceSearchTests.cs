using DetainerLedger.Places;

namespace DetainerLedger.Tests.Places;

public sealed class PlaceSearchTests
{
    [Theory]
    [InlineData("DeKalb County", "dekalb")]
    [InlineData("DeKalb County", "De Kalb")]
    [InlineData("DeKalb County", "kalb")]
    [InlineData("Prince George's County", "prince georges")]
    [InlineData("Prince George's County", "George’s")]
    [InlineData("Doña Ana County", "dona ana")]
    [InlineData("Dona Ana County", "Doña")]
    [InlineData("St. Lawrence County", "saint lawrence")]
    [InlineData("Travis County", "Travis Co.")]
    [InlineData("Travis County", "TRAVIS")]
    [InlineData("Travis County", " vis ")]
    [InlineData("Winston-Salem", "winston salem")]
    public void Finds_a_part_of_a_name(string name, string search) => Assert.True(Finds(name, search));

    [Theory]
    [InlineData("Los Angeles County", "san")]
    [InlineData("Travis County", "travis county jail")]
    [InlineData("Travis County", "county travis")]
    [InlineData("Travis County", "' .")]
    [InlineData("Travis County", "")]
    public void Finds_nothing_else(string name, string search) => Assert.False(Finds(name, search));

    [Theory]
    [InlineData("Travis County", "TX", "Travis County, Texas")]
    [InlineData("Travis County", "TX", "travis tx")]
    [InlineData("Denver", "CO", "Denver, CO")]
    [InlineData("Albany County", "NY", "albany, n.y.")]
    [InlineData("Raleigh County", "WV", "raleigh west virginia")]
    [InlineData("Fort Washington", "MD", "fort washington")]
    public void A_state_may_follow_the_name(string name, string state, string search) => Assert.True(FindsIn(state, name, search));

    [Theory]
    [InlineData("Travis County", "TX", "Travis County, Ohio")]
    [InlineData("Raleigh County", "WV", "raleigh, virginia beach")]
    [InlineData("Denver County", "IA", "Denver, CO 80202")]
    public void A_place_of_another_state_is_not_found(string name, string state, string search) => Assert.False(FindsIn(state, name, search));

    [Fact]
    public void A_postal_code_alone_finds_the_state()
    {
        var texas = JurisdictionRegister.Default.WholeState(new State("TX", "Texas", "48"));

        Assert.True(new PlaceSearch("TX").Finds(texas));
        Assert.False(new PlaceSearch("OH").Finds(texas));
    }

    private static bool FindsIn(string state, string name, string search) => new PlaceSearch(search).Finds(new Jurisdiction("xx", name, state, null, null));

    private static bool Finds(string name, string search) => new PlaceSearch(search).Finds(new Jurisdiction("xx", name, "XX", null, null));
}
