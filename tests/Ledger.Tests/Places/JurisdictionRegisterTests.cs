using DetainerLedger.Places;

namespace DetainerLedger.Tests.Places;

public sealed class JurisdictionRegisterTests
{
    private static readonly JurisdictionRegister Register = JurisdictionRegister.Default;

    [Theory]
    [InlineData("TX", "TX")]
    [InlineData("tx", "TX")]
    [InlineData("Texas", "TX")]
    [InlineData("Calif.", "CA")]
    [InlineData("D.C.", "DC")]
    [InlineData("N. Mex.", "NM")]
    [InlineData("west virginia", "WV")]
    [InlineData("XX", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_state_is_found_by_its_name_code_or_abbreviation(string? text, string? code) => Assert.Equal(code, Register.FindState(text)?.Code);

    [Theory]
    [InlineData("48453", "tx-travis-county")]
    [InlineData("08031", "co-denver")]
    [InlineData("24510", "md-baltimore")]
    [InlineData("24005", "md-baltimore-county")]
    [InlineData("06", "ca")]
    [InlineData("11", "dc")]
    [InlineData("99999", null)]
    [InlineData("", null)]
    public void A_jurisdiction_is_found_by_its_code(string fips, string? id) => Assert.Equal(id, Register.FindByFips(fips)?.Id);

    [Fact]
    public void Every_county_of_the_fifty_states_has_an_id_of_its_own_and_is_found_by_its_code_and_its_name()
    {
        var names = new NameResolver(Register);
        var counties = Register.States.SelectMany(state => Register.CountiesOf(state.Code)).ToList();

        Assert.InRange(counties.Count, 3_100, 3_300);
        Assert.Equal(counties.Count, counties.Select(county => county.Id).Distinct().Count());
        Assert.Equal(counties.Count, counties.Select(county => county.Fips).Distinct().Count());
        Assert.All(counties, county =>
        {
            Assert.Matches("^[a-z]{2}(-[a-z0-9]+)+$", county.Id);
            Assert.Matches("^[0-9]{5}$", county.Fips);
            Assert.Equal(county, Register.FindByFips(county.Fips));
            Assert.Equal(county, names.Resolve(county.Name, county.State));
        });
    }
}
