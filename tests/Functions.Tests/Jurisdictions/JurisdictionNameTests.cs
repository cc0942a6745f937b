using DetainerLedger.Functions.Api.Jurisdictions;
using DetainerLedger.Places;

namespace DetainerLedger.Functions.Tests.Jurisdictions;

public sealed class JurisdictionNameTests
{
    private static readonly JurisdictionRegister Register = new();

    [Theory]
    [InlineData("tx-travis-county", "tx-travis-county")]
    [InlineData("48453", "tx-travis-county")]
    [InlineData("99999", null)]
    [InlineData("484530", null)]
    [InlineData("TX-Travis-County", null)]
    [InlineData("travis", null)]
    [InlineData("", null)]
    [InlineData("tx-travis/county", null)]
    [InlineData("tx-travis-county\n", null)]
    [InlineData("tx-..", null)]
    [InlineData("tx-#", null)]
    public void Is_an_id_or_a_FIPS_code(string name, string? id) => Assert.Equal(id, JurisdictionNames.IdOf(Register, name));

    [Fact]
    public void A_name_without_end_reaches_no_storage() => Assert.Null(JurisdictionNames.IdOf(Register, "tx-" + new string('a', 2000)));
}
