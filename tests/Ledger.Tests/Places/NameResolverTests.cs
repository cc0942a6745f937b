using CsCheck;
using DetainerLedger.Places;
using DetainerLedger.Tests.Parsing;

namespace DetainerLedger.Tests.Places;

public sealed class NameResolverTests
{
    private static readonly JurisdictionRegister Register = JurisdictionRegister.Default;
    private static readonly NameResolver Names = new(Register);

    [Theory]
    [InlineData("Travis County", "Texas", "tx-travis-county", "county", "48453")]
    [InlineData("Travis County, Texas", null, "tx-travis-county", "county", "48453")]
    [InlineData("Travis County, TX", null, "tx-travis-county", "county", "48453")]
    [InlineData("Travis County, Tex.", null, "tx-travis-county", "county", "48453")]
    [InlineData("Travis County, Texas", "Texas", "tx-travis-county", "county", "48453")]
    [InlineData("TRAVIS COUNTY", "TEXAS", "tx-travis-county", "county", "48453")]
    [InlineData("Travis Co.", "TX", "tx-travis-county", "county", "48453")]
    [InlineData(" Travis\u00a0County ", " Texas ", "tx-travis-county", "county", "48453")]
    [InlineData("Iowa City, Johnson County", "Iowa", "ia-iowa-city", "city", null)]
    [InlineData("Iowa City, Johnson County, Iowa", null, "ia-iowa-city", "city", null)]
    [InlineData("Johnson County", "Iowa", "ia-johnson-county", "county", "19103")]
    [InlineData("Baltimore", "Maryland", "md-baltimore", "city", "24510")]
    [InlineData("Baltimore County", "Maryland", "md-baltimore-county", "county", "24005")]
    [InlineData("Prince George’s County", "Maryland", "md-prince-georges-county", "county", "24033")]
    [InlineData("Prince George's County", "Maryland", "md-prince-georges-county", "county", "24033")]
    [InlineData("St. Mary's County", "MD", "md-st-marys-county", "county", "24037")]
    [InlineData("Doña Ana County", "New Mexico", "nm-dona-ana-county", "county", "35013")]
    [InlineData("Dona Ana County", "New Mexico", "nm-dona-ana-county", "county", "35013")]
    [InlineData("Don\u0303a Ana County", "N.M.", "nm-dona-ana-county", "county", "35013")]
    [InlineData("St. Lucie County", "Florida", "fl-st-lucie-county", "county", "12111")]
    [InlineData("Saint Lucie County", "Florida", "fl-st-lucie-county", "county", "12111")]
    [InlineData("St. Lawrence County", "New York", "ny-st-lawrence-county", "county", "36089")]
    [InlineData("Saint Lawrence County", "New York", "ny-st-lawrence-county", "county", "36089")]
    [InlineData("Coeur d’Alene", "Idaho", "id-coeur-dalene", "city", null)]
    [InlineData("New York City", "New York", "ny-new-york-city", "city", null)]
    [InlineData("New York City, New York", null, "ny-new-york-city", "city", null)]
    [InlineData("NYC", "NY", "ny-new-york-city", "city", null)]
    [InlineData("Denver", "Colorado", "co-denver", "city", "08031")]
    [InlineData("Broomfield", "Colorado", "co-broomfield", "city", "08014")]
    [InlineData("Jefferson County", "Colorado", "co-jefferson-county", "county", "08059")]
    [InlineData("San Francisco", "California", "ca-san-francisco", "city", "06075")]
    [InlineData("Philadelphia", "Pennsylvania", "pa-philadelphia", "city", "42101")]
    [InlineData("New Orleans", "Louisiana", "la-new-orleans", "city", "22071")]
    [InlineData("Orleans Parish", "Louisiana", "la-new-orleans", "city", "22071")]
    [InlineData("Franklin County", "Iowa", "ia-franklin-county", "county", "19069")]
    [InlineData("Franklin County", "New York", "ny-franklin-county", "county", "36033")]
    [InlineData("Franklin County", "Pennsylvania", "pa-franklin-county", "county", "42055")]
    [InlineData("Rhode Island State Police", null, "ri-rhode-island-state-police", "agency", null)]
    [InlineData("Rhode Island State Police", "Rhode Island", "ri-rhode-island-state-police", "agency", null)]
    [InlineData("California", "California", "ca", "state", "06")]
    [InlineData("California", null, "ca", "state", "06")]
    [InlineData("State of Connecticut", "CT", "ct", "state", "09")]
    [InlineData("Washington", "D.C.", "dc", "state", "11")]
    [InlineData("Washington, D.C.", null, "dc", "state", "11")]
    [InlineData("District of Columbia", null, "dc", "state", "11")]
    [InlineData("Washington, DC", "DC", "dc", "state", "11")]
    [InlineData("Los Angeles", "California", "ca-los-angeles", "city", null)]
    [InlineData("Los Angeles County", "California", "ca-los-angeles-county", "county", "06037")]
    [InlineData("City of Chicago", "Illinois", "il-chicago", "city", null)]
    [InlineData("Chicago", "Illinois", "il-chicago", "city", null)]
    [InlineData("Cook County", "Ill.", "il-cook-county", "county", "17031")]
    [InlineData("DeKalb County", "Georgia", "ga-dekalb-county", "county", "13089")]
    [InlineData("De Kalb County", "Georgia", "ga-dekalb-county", "county", "13089")]
    [InlineData("Miami-Dade County", "Florida", "fl-miami-dade-county", "county", "12086")]
    [InlineData("Alexandria", "Virginia", "va-alexandria", "city", "51510")]
    [InlineData("Fairfax County", "Virginia", "va-fairfax-county", "county", "51059")]
    [InlineData("Nowhere County", "Texas", "tx-nowhere-county", "county", null)]
    public void A_place_is_known_by_its_printed_name_and_state(string name, string? state, string id, string kind, string? fips)
    {
        var place = Names.Resolve(name, state);
        Assert.Equal((id, kind, fips), (place.Id, place.Kind?.ToString().ToLowerInvariant(), place.Fips));
    }

    [Theory]
    [InlineData("Franklin County", null)]
    [InlineData("Franklin County", "")]
    [InlineData("Franklin County", "Atlantis")]
    [InlineData("Springfield", null)]
    [InlineData("", null)]
    [InlineData("Iowa County, Wisconsin", "Iowa")]
    public void A_place_without_a_state_or_with_two_is_never_guessed(string name, string? state)
    {
        var place = Names.Resolve(name, state);
        Assert.Equal((null, null, null, null), (place.Id, place.State, place.Kind, place.Fips));
    }

    [Theory]
    [InlineData("MD", "Prince George’s County", "Prince George's County", "PRINCE  GEORGES COUNTY")]
    [InlineData("NM", "Doña Ana County", "Dona Ana County", "Doña  Ana Co.")]
    [InlineData("IL", "LaSalle County", "La Salle County", "County of LaSalle")]
    [InlineData("MO", "St. Louis", "Saint Louis", "City of St. Louis")]
    [InlineData("OH", "Nowhere", "NOWHERE", "City of Nowhere")]
    public void Spellings_of_one_place_are_one_jurisdiction(string state, params string[] spellings) =>
        Assert.NotNull(Assert.Single(spellings.Select(spelling => Names.Resolve(spelling, state)).Distinct()).Id);

    [Theory]
    [MemberData(nameof(Samples.Reports), MemberType = typeof(Samples))]
    public void Every_place_of_the_samples_is_known_and_every_county_by_its_code(string sample)
    {
        var expected = Samples.ReadReport(Samples.Bytes(sample + ".pdf")).Facts;
        var places = expected.Declines.Select(row => row.Jurisdiction)
            .Concat(expected.Listings.Select(row => row.Jurisdiction)).Concat(expected.HighestVolume.Select(row => row.Jurisdiction)).Distinct().ToList();

        Assert.True(places.Count > 100);
        Assert.All(places, place => Assert.NotNull(place.Id));
        Assert.All(places.Where(place => place.Kind == JurisdictionKind.County), place => Assert.NotNull(place.Fips));
        Assert.Equal(places.Count, places.Select(place => place.Id).Distinct().Count());
    }

    [Fact]
    public void Whatever_is_printed_gives_an_id_that_a_key_may_hold_and_resolves_to_itself() =>
        Gen.Select(Gen.OneOf(Gen.String, PlaceLike), Gen.OneOf(Gen.Const(""), OneOf("TX", "New York", "D.C.", "Calif.", "Guam", "nowhere"), Gen.String)).Sample(
            printed =>
            {
                var place = Names.Resolve(printed.Item1, printed.Item2);
                if (place.Id is null)
                {
                    Assert.Equal((null, null, null), (place.State, place.Kind, place.Fips));
                    return;
                }

                Assert.Matches("^[a-z]{2}(-[a-z0-9]+)*$", place.Id);
                Assert.InRange(place.Id.Length, 2, 120);
                Assert.StartsWith(place.State!.ToLowerInvariant(), place.Id, StringComparison.Ordinal);
                Assert.Equal(place, Names.Resolve(place.Name, place.State));
            },
            iter: 20_000);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<string> PlaceLike => OneOf(
        "County", "St.", "Saint", "City", "of", "New", "York", "Iowa", "Washington", "Parish", "Police", "Sheriff", "De", "Kalb", "Doña", "Ana", ",", "(", ")", "Co.",
        "State", "Fort", "Mt.", "Baltimore", "Franklin", "Texas", "TX", "’s", "-").Array[1, 6].Select(words => string.Join(' ', words));
}
