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

    private static bool Finds(string name, string search) => new PlaceSearch(search).Finds(new Jurisdiction("xx", name, "XX", null, null));
}
