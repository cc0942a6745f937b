using CsCheck;
using DetainerLedger.Places;

namespace DetainerLedger.Tests.Places;

public sealed class PlaceMentionsTests
{
    private static readonly NameResolver Places = new(JurisdictionRegister.Default);

    [Theory]
    [InlineData("Franklin County, Iowa", "Franklin County was removed.")]
    [InlineData("Franklin County, Iowa", "FRANKLIN COUNTY, IOWA, WAS REMOVED.")]
    [InlineData("Franklin County, Iowa", "Franklin County, Pa., was added; Franklin County, Iowa, was removed.")]
    [InlineData("Franklin County, Pennsylvania", "Removed: Franklin County, Pa.")]
    [InlineData("Franklin County, Pennsylvania", "Franklin Co., Penna. is gone.")]
    [InlineData("Franklin County, Pennsylvania", "The County of Franklin, Pennsylvania, is gone.")]
    [InlineData("Franklin County, Pennsylvania", "Bedford, Clay and Franklin Counties, Pennsylvania, are gone.")]
    [InlineData("Franklin County, Pennsylvania", "Franklin and Bedford counties are gone.")]
    [InlineData("Franklin County, Iowa", "Franklin County, in error, was listed.")]
    [InlineData("Franklin County, Iowa", "Franklin County, La Salle County and others are gone.")]
    [InlineData("Jefferson County, Colorado", "Jefferson County, Washington County and others are gone.")]
    [InlineData("Franklin County, Iowa", "Franklin County, Virginia Beach and others are gone.")]
    [InlineData("St. Lawrence County, New York", "Saint Lawrence County is gone.")]
    [InlineData("DeKalb County, Georgia", "De Kalb County, Ga., is gone.")]
    [InlineData("Doña Ana County, New Mexico", "Dona Ana County, N. Mex., is gone.")]
    [InlineData("Prince George's County, Maryland", "Prince George’s County is gone.")]
    [InlineData("Fort Worth, Texas", "Ft. Worth is gone.")]
    [InlineData("Denver", "Denver CO is gone.", "CO")]
    [InlineData("Denver", "It was at the wish of Denver. City officials agreed.", "CO")]
    [InlineData("Baltimore, Maryland", "Baltimore City is gone.")]
    [InlineData("New York City, New York", "The City of New York is gone.")]
    [InlineData("District of Columbia", "Washington, D.C., is gone.")]
    [InlineData("California", "Connecticut, California and Iowa are gone.")]
    [InlineData("Winston-Salem, North Carolina", "Winston–Salem is gone.")]
    public void A_place_is_named(string place, string text, string? state = null) => Assert.True(Mentions(text, place, state));

    [Theory]
    [InlineData("Franklin County, Iowa", "Franklin County, Pa., is gone.")]
    [InlineData("Franklin County, Iowa", "FRANKLIN COUNTY, PENNSYLVANIA, IS GONE.")]
    [InlineData("Franklin County, Iowa", "Bedford and Franklin Counties, Pennsylvania, are gone.")]
    [InlineData("Franklin County, Iowa", "Franklin is gone, and so are two counties.")]
    [InlineData("Jefferson County, Texas", "Jefferson Parish and Franklin and Story Counties are gone.")]
    [InlineData("Baltimore County, Maryland", "Baltimore is gone.")]
    [InlineData("Baltimore, Maryland", "Baltimore County is gone.")]
    [InlineData("New York", "New York City is gone.", "New York")]
    [InlineData("California", "Alameda County, California, is gone.")]
    [InlineData("Ames, Iowa", "James is gone.")]
    [InlineData("Ames, Iowa", "")]
    public void A_place_is_not_named(string place, string text, string? state = null) => Assert.False(Mentions(text, place, state));

    [Fact]
    public void A_name_between_sentences_is_found_whatever_surrounds_it() => Gen.String.Select(Gen.String).Sample((before, after) =>
        Assert.True(new PlaceMentions([$"{before}. Travis County, Texas. {after}"]).Name(Places.Resolve("Travis County", "TX"))), iter: 5_000);

    [Fact]
    public void Any_name_may_be_asked_for() => Gen.String.Select(Gen.String).Sample((text, name) =>
    {
        var place = Places.Resolve(name, "TX");
        Assert.False(new PlaceMentions([]).Name(place));
        new PlaceMentions([text, $"{name}, {text}"]).Name(place);
    }, iter: 5_000);

    [Fact]
    public void Every_county_is_named_by_its_own_name() => Assert.All(
        JurisdictionRegister.Default.States.SelectMany(state => JurisdictionRegister.Default.CountiesOf(state.Code)),
        county => Assert.True(Mentions($"Of {county.Name}, {StateNames.Of(county.State)}, nothing is known.", county.Name, county.State)));

    private static bool Mentions(string text, string place, string? state)
    {
        var jurisdiction = Places.Resolve(place, state);
        Assert.NotNull(jurisdiction.Id);
        return new PlaceMentions([text]).Name(jurisdiction);
    }
}
