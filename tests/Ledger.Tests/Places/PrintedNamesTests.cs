using DetainerLedger.Places;

namespace DetainerLedger.Tests.Places;

public sealed class PrintedNamesTests
{
    private static readonly NameResolver Places = new(JurisdictionRegister.Default);

    [Theory]
    // Counties, the state in its own column or after a comma
    [InlineData("Travis County, Texas", null, "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("Travis County", "Texas", "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("Travis County", "TX", "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("Travis County, Texas", "Texas", "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("TRAVIS COUNTY, TEXAS", null, "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("travis county, tx", null, "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("Travis Co., Tex.", null, "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("County of Travis, Texas", null, "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("Travis County, Texas (San Antonio)", null, "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("Travis County (San Antonio), Texas", null, "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("  Travis\u00a0 County ,\tTexas, ", null, "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("Tra\u00advis County, Texas", null, "tx-travis-county", "Travis County", "county", "48453")]
    [InlineData("Los Angeles County, Calif.", null, "ca-los-angeles-county", "Los Angeles County", "county", "06037")]
    [InlineData("Franklin County, Iowa", null, "ia-franklin-county", "Franklin County", "county", "19069")]
    [InlineData("Franklin County, New York", null, "ny-franklin-county", "Franklin County", "county", "36033")]
    [InlineData("Franklin County, Pennsylvania", null, "pa-franklin-county", "Franklin County", "county", "42055")]
    [InlineData("Franklin County, New York (New York)", null, "ny-franklin-county", "Franklin County", "county", "36033")]
    [InlineData("Washington County, Oregon", null, "or-washington-county", "Washington County", "county", "41067")]
    [InlineData("Nevada County, California", null, "ca-nevada-county", "Nevada County", "county", "06057")]
    [InlineData("Delaware County, Pennsylvania", null, "pa-delaware-county", "Delaware County", "county", "42045")]
    [InlineData("Hartford County, Connecticut", null, "ct-hartford-county", "Hartford County", "county", "09003")]
    [InlineData("Nowhere County, Texas", null, "tx-nowhere-county", "Nowhere County", "county", null)]
    // Agencies and tribal nations; the id takes the state that is printed
    [InlineData("NYPD", "New York", "ny-nypd", "NYPD", "agency", null)]
    [InlineData("LAPD, California", null, "ca-lapd", "LAPD", "agency", null)]
    [InlineData("Austin PD, Texas", null, "tx-austin-pd", "Austin PD", "agency", null)]
    [InlineData("Navajo Nation, Arizona", null, "az-navajo-nation", "Navajo Nation", "tribe", null)]
    [InlineData("Navajo Nation", "New Mexico", "nm-navajo-nation", "Navajo Nation", "tribe", null)]
    [InlineData("Pueblo of Laguna, New Mexico", null, "nm-pueblo-of-laguna", "Pueblo of Laguna", "tribe", null)]
    [InlineData("Eastern Band of Cherokee Indians, North Carolina", null, "nc-eastern-band-of-cherokee-indians", "Eastern Band of Cherokee Indians", "tribe", null)]
    [InlineData("Navajo Nation Police, Arizona", null, "az-navajo-nation-police", "Navajo Nation Police", "agency", null)]
    [InlineData("Pueblo, Colorado", null, "co-pueblo", "Pueblo", "city", null)]
    [InlineData("Indian Village, Indiana", null, "in-indian-village", "Indian Village", "city", null)]
    // Spellings of one place
    [InlineData("St. Lawrence County, New York", null, "ny-st-lawrence-county", "St. Lawrence County", "county", "36089")]
    [InlineData("Saint Lawrence County, New York", null, "ny-st-lawrence-county", "St. Lawrence County", "county", "36089")]
    [InlineData("St Lawrence County, N.Y.", null, "ny-st-lawrence-county", "St. Lawrence County", "county", "36089")]
    [InlineData("St.Lucie County, Florida", null, "fl-st-lucie-county", "St. Lucie County", "county", "12111")]
    [InlineData("DeKalb County, Georgia", null, "ga-dekalb-county", "DeKalb County", "county", "13089")]
    [InlineData("De Kalb County, Georgia", null, "ga-dekalb-county", "DeKalb County", "county", "13089")]
    [InlineData("LaSalle County, Texas", null, "tx-la-salle-county", "La Salle County", "county", "48283")]
    [InlineData("La Salle County, Illinois", null, "il-lasalle-county", "LaSalle County", "county", "17099")]
    [InlineData("DeWitt County, Illinois", null, "il-de-witt-county", "De Witt County", "county", "17039")]
    [InlineData("Doña Ana County, New Mexico", null, "nm-dona-ana-county", "Doña Ana County", "county", "35013")]
    [InlineData("Dona Ana County, N. Mex.", null, "nm-dona-ana-county", "Doña Ana County", "county", "35013")]
    [InlineData("Don\u0303a Ana County, NM", null, "nm-dona-ana-county", "Doña Ana County", "county", "35013")]
    [InlineData("Prince George’s County, Maryland", null, "md-prince-georges-county", "Prince George's County", "county", "24033")]
    [InlineData("Prince George's County, Md.", null, "md-prince-georges-county", "Prince George's County", "county", "24033")]
    [InlineData("Prince Georges County, Maryland", null, "md-prince-georges-county", "Prince George's County", "county", "24033")]
    [InlineData("Miami\u2011Dade County, Fla.", null, "fl-miami-dade-county", "Miami-Dade County", "county", "12086")]
    [InlineData("O'Brien County, Iowa", null, "ia-obrien-county", "O'Brien County", "county", "19141")]
    [InlineData("Queen Anne’s County, Maryland", null, "md-queen-annes-county", "Queen Anne's County", "county", "24035")]
    [InlineData("King & Queen County, Virginia", null, "va-king-and-queen-county", "King and Queen County", "county", "51097")]
    [InlineData("Sainte Genevieve County, Missouri", null, "mo-ste-genevieve-county", "Ste. Genevieve County", "county", "29186")]
    [InlineData("Fairﬁeld County, Connecticut", null, "ct-fairfield-county", "Fairfield County", "county", "09001")]
    // Equivalents of counties
    [InlineData("Jefferson Parish, Louisiana", null, "la-jefferson-parish", "Jefferson Parish", "county", "22051")]
    [InlineData("Kenai Peninsula Borough, Alaska", null, "ak-kenai-peninsula-borough", "Kenai Peninsula Borough", "county", "02122")]
    [InlineData("Bethel Census Area, Alaska", null, "ak-bethel-census-area", "Bethel Census Area", "county", "02050")]
    [InlineData("Princeton Borough, New Jersey", null, "nj-princeton-borough", "Princeton Borough", "city", null)]
    [InlineData("James City County, Virginia", null, "va-james-city-county", "James City County", "county", "51095")]
    // Cities, and those that are one with a county
    [InlineData("Baltimore, Maryland", null, "md-baltimore", "Baltimore", "city", "24510")]
    [InlineData("Baltimore City, Maryland", null, "md-baltimore", "Baltimore", "city", "24510")]
    [InlineData("Baltimore County, Maryland", null, "md-baltimore-county", "Baltimore County", "county", "24005")]
    [InlineData("St. Louis, Missouri", null, "mo-st-louis", "St. Louis", "city", "29510")]
    [InlineData("Saint Louis County, Missouri", null, "mo-st-louis-county", "St. Louis County", "county", "29189")]
    [InlineData("Richmond, Virginia", null, "va-richmond", "Richmond", "city", "51760")]
    [InlineData("Richmond County, Virginia", null, "va-richmond-county", "Richmond County", "county", "51159")]
    [InlineData("Carson City, Nevada", null, "nv-carson-city", "Carson City", "city", "32510")]
    [InlineData("Denver", "Colorado", "co-denver", "Denver", "city", "08031")]
    [InlineData("City and County of Denver, Colo.", null, "co-denver", "Denver", "city", "08031")]
    [InlineData("Denver County, Colorado", null, "co-denver", "Denver", "city", "08031")]
    [InlineData("Broomfield", "Colorado", "co-broomfield", "Broomfield", "city", "08014")]
    [InlineData("San Francisco, California", null, "ca-san-francisco", "San Francisco", "city", "06075")]
    [InlineData("Philadelphia, Pa.", null, "pa-philadelphia", "Philadelphia", "city", "42101")]
    [InlineData("New Orleans, Louisiana", null, "la-new-orleans", "New Orleans", "city", "22071")]
    [InlineData("Orleans Parish, Louisiana", null, "la-new-orleans", "New Orleans", "city", "22071")]
    [InlineData("New York City, New York", null, "ny-new-york-city", "New York City", "city", null)]
    [InlineData("New York City", "New York", "ny-new-york-city", "New York City", "city", null)]
    [InlineData("New York, New York", null, "ny-new-york-city", "New York City", "city", null)]
    [InlineData("City of New York, NY", null, "ny-new-york-city", "New York City", "city", null)]
    [InlineData("New York County, New York", null, "ny-new-york-county", "New York County", "county", "36061")]
    [InlineData("Iowa City, Johnson County, Iowa", null, "ia-iowa-city", "Iowa City", "city", null)]
    [InlineData("Iowa City", "Iowa", "ia-iowa-city", "Iowa City", "city", null)]
    [InlineData("City of Chicago, Ill.", null, "il-chicago", "Chicago", "city", null)]
    [InlineData("Tulare, California", null, "ca-tulare", "Tulare", "city", null)]
    [InlineData("Los Angeles", "California", "ca-los-angeles", "Los Angeles", "city", null)]
    [InlineData("BOSTON", "Mass.", "ma-boston", "Boston", "city", null)]
    [InlineData("Coeur d'Alene, Idaho", null, "id-coeur-dalene", "Coeur d'Alene", "city", null)]
    [InlineData("COEUR D’ALENE, ID", null, "id-coeur-dalene", "Coeur d'Alene", "city", null)]
    [InlineData("DeKalb, Illinois", null, "il-dekalb", "DeKalb", "city", null)]
    [InlineData("De Kalb, Illinois", null, "il-dekalb", "DeKalb", "city", null)]
    [InlineData("Saint Paul, Minnesota", null, "mn-st-paul", "St. Paul", "city", null)]
    [InlineData("Ft. Worth, Texas", null, "tx-fort-worth", "Fort Worth", "city", null)]
    [InlineData("McAllen, Texas", null, "tx-mcallen", "McAllen", "city", null)]
    [InlineData("Winston\u2013Salem, N.C.", null, "nc-winston-salem", "Winston-Salem", "city", null)]
    [InlineData("California, Missouri", null, "mo-california", "California", "city", null)]
    [InlineData("California", "Missouri", "mo-california", "California", "city", null)]
    [InlineData("Indiana", "Pennsylvania", "pa-indiana", "Indiana", "city", null)]
    [InlineData("San Juan, Puerto Rico", null, "pr-san-juan", "San Juan", "city", "72127")]
    // Whole states and the District
    [InlineData("California", null, "ca", "California", "state", "06")]
    [InlineData("California", "California", "ca", "California", "state", "06")]
    [InlineData("State of California", null, "ca", "California", "state", "06")]
    [InlineData("Connecticut", "CT", "ct", "Connecticut", "state", "09")]
    [InlineData("Commonwealth of Massachusetts", null, "ma", "Massachusetts", "state", "25")]
    [InlineData("New York", "New York", "ny", "New York", "state", "36")]
    [InlineData("District of Columbia", null, "dc", "District of Columbia", "state", "11")]
    [InlineData("District of Columbia", "District of Columbia", "dc", "District of Columbia", "state", "11")]
    [InlineData("Washington, D.C.", null, "dc", "District of Columbia", "state", "11")]
    [InlineData("Washington", "DC", "dc", "District of Columbia", "state", "11")]
    // Agencies
    [InlineData("Rhode Island State Police", null, "ri-rhode-island-state-police", "Rhode Island State Police", "agency", null)]
    [InlineData("Rhode Island State Police", "Rhode Island", "ri-rhode-island-state-police", "Rhode Island State Police", "agency", null)]
    [InlineData("West Virginia Division of Corrections", null, "wv-west-virginia-division-of-corrections", "West Virginia Division of Corrections", "agency", null)]
    [InlineData("Prince George’s County Sheriff’s Office, Maryland", null, "md-prince-georges-county-sheriffs-office", "Prince George's County Sheriff's Office", "agency", null)]
    [InlineData("De Kalb Co. Jail, Georgia", null, "ga-dekalb-county-jail", "DeKalb County Jail", "agency", null)]
    [InlineData("Sheriff’s Office, Travis County, Texas", null, "tx-sheriffs-office-travis-county", "Sheriff's Office Travis County", "agency", null)]
    public void A_printed_name_is_one_jurisdiction(string name, string? state, string id, string resolvedName, string kind, string? fips)
    {
        var code = id[..2].ToUpperInvariant();
        Assert.Equal(new Jurisdiction(id, resolvedName, code, Enum.Parse<JurisdictionKind>(kind, ignoreCase: true), fips), Places.Resolve(name, state));
    }

    [Theory]
    [InlineData("Franklin County")]
    [InlineData("Franklin  County", "", "Franklin County")]
    [InlineData("Franklin County", "n/a")]
    [InlineData("Franklin County (New York)")]
    [InlineData("New York City")]
    [InlineData("Delaware County Jail")]
    [InlineData("Kansas City Police Department")]
    [InlineData("Oregon Police Department")]
    [InlineData("Washington County Sheriff’s Office", null, "Washington County Sheriff's Office")]
    [InlineData(", Texas")]
    [InlineData("—", "Texas", "-")]
    [InlineData("")]
    [InlineData("Franklin County, Iowa", "New York", "Franklin County, Iowa, New York")]
    [InlineData("Franklin County, Iowa, New York")]
    public void Without_a_state_or_with_two_it_is_not_guessed(string name, string? state = null, string? kept = null) =>
        Assert.Equal(new Jurisdiction(null, kept ?? name, null, null, null), Places.Resolve(name, state));

    [Fact]
    public void A_text_too_long_to_be_a_place_is_cut_and_not_resolved()
    {
        var resolved = Places.Resolve(new string('x', 5000) + ", Texas", "Texas");
        Assert.Null(resolved.Id);
        Assert.Equal(200, resolved.Name.Length);
        Assert.EndsWith("…", resolved.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Navajo Nation")]
    [InlineData("NYPD")]
    public void A_nation_or_an_agency_without_a_state_is_unresolved(string name) =>
        Assert.Equal(new Jurisdiction(null, name, null, null, null), Places.Resolve(name));
}
