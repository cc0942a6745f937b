using DetainerLedger.Places;

namespace DetainerLedger.Tests.Places;

public sealed class NearestNamesTests
{
    private static readonly IReadOnlyList<Jurisdiction> Places = JurisdictionRegister.Default.All;

    [Theory]
    [InlineData("Travs County", "tx-travis-county")]
    [InlineData("Travsi", "tx-travis-county")]
    [InlineData("Albuquerqe", "")]
    [InlineData("Haris County, Texas", "tx-harris-county")]
    [InlineData("Californa", "ca")]
    public void Finds_the_place_that_a_misspelling_may_mean(string text, string expected)
    {
        var found = NearestNames.Of(text, Places, 3);

        if (expected.Length == 0) Assert.Empty(found);
        else Assert.Equal(expected, found[0].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("—")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("שלום")]
    public void Finds_nothing_for_what_is_no_name(string text) => Assert.Empty(NearestNames.Of(text, Places, 3));

    [Fact]
    public void A_long_text_costs_nothing() => Assert.Empty(NearestNames.Of(new string('a', 100_000), Places, 3));

    [Fact]
    public void No_more_are_returned_than_were_asked_for() => Assert.Equal(2, NearestNames.Of("Washingto County", Places, 2).Count);
}
