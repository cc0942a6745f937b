using DetainerLedger.Places;

namespace DetainerLedger.Tests.Places;

public sealed class AgencyNamesTests
{
    [Theory]
    [InlineData("CA", "Santa Rita Jail", "ca-santa-rita-jail")]
    [InlineData("CA", "SANTA RITA JAIL", "ca-santa-rita-jail")]
    [InlineData("NY", "Rikers Island (Queens)", "ny-rikers-island-queens")]
    [InlineData("TX", "Travis County Sheriff’s Dept.", "tx-travis-county-sheriffs-department")]
    [InlineData("TX", "Travis Co. Sheriff's Department", "tx-travis-county-sheriffs-department")]
    public void An_id_is_the_state_and_the_name(string state, string printed, string id) => Assert.Equal(id, AgencyNames.IdOf(state, printed));

    [Theory]
    [InlineData(null, "Santa Rita Jail")]
    [InlineData("CA", null)]
    [InlineData("CA", "  ")]
    public void Without_a_state_or_a_name_there_is_no_id(string? state, string? printed) => Assert.Null(AgencyNames.IdOf(state, printed));

    [Fact]
    public void Long_names_that_begin_alike_have_different_ids_of_a_limited_length()
    {
        var beginning = string.Join(' ', Enumerable.Repeat("department", 15));
        string[] names = [$"{beginning} north", $"{beginning} south", $"{new string('x', 5000)}a", $"{new string('x', 5000)}b", "ירושלים", "القدس"];

        var ids = names.Select(name => AgencyNames.IdOf("CA", name)!).ToList();

        Assert.Equal(names.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(@"\Aca(-[a-z0-9]+)+\z", id));
        Assert.All(ids, id => Assert.InRange(id.Length, 4, 120));
    }
}
