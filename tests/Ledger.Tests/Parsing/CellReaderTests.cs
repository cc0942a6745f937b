using System.Globalization;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Tests.Parsing;

public sealed class CellReaderTests
{
    // A soft hyphen is left out, and a text that has one is never taken as it is.
    [Fact]
    public void A_text_that_is_taken_as_it_is_has_no_character_that_would_be_replaced()
    {
        for (var letter = char.MinValue; letter < char.MaxValue; letter++)
            foreach (var text in new[] { $"{letter}", $"a{letter}b", $"{letter}b", $"a{letter}", $"a {letter} b" })
                Assert.Equal(CellReader.Text($"{text}\u00ad"), CellReader.Text(text));
    }

    [Theory]
    [InlineData("  Travis\u00a0 County \t", "Travis County")]
    [InlineData("di\u00adsclosed", "disclosed")]
    [InlineData("\ufb01eld o\ufb03ce", "field office")]
    [InlineData("Don\u0303a Ana\u200b", "Doña Ana")]
    [InlineData("non\u2011federal", "non-federal")]
    [InlineData("Prince George’s – “quoted”", "Prince George’s – “quoted”")]
    [InlineData(" \u00a0 ", null)]
    [InlineData(null, null)]
    public void Text_is_as_printed_but_for_what_a_typesetter_added(string? raw, string? text) => Assert.Equal(text, CellReader.Text(raw));

    [Theory]
    [InlineData("notification, I-|247N form", "notification, I-247N form")]
    [InlineData("Traffic Offense –|Hit and Run", "Traffic Offense – Hit and Run")]
    [InlineData("dis\u00ad|closed", "disclosed")]
    [InlineData("Will not honor|ICE detainer", "Will not honor ICE detainer")]
    [InlineData("first -|second", "first - second")]
    [InlineData("Burglary w/|Assault/|Battery", "Burglary w/ Assault/Battery")]
    public void Lines_are_joined_and_words_broken_at_their_own_hyphen_are_whole_again(string lines, string text) => Assert.Equal(text, CellReader.Join(lines.Split('|')));

    [Theory]
    [InlineData("2/5/2017", "2017-02-05")]
    [InlineData("02/05/17", "2017-02-05")]
    [InlineData("2 / 5 / 2017", "2017-02-05")]
    [InlineData("2017-02-05", "2017-02-05")]
    [InlineData("2017-02-05T00:00:00", "2017-02-05")]
    [InlineData("February 5, 2017", "2017-02-05")]
    [InlineData("Feb. 5th, 2017", "2017-02-05")]
    [InlineData("5-Feb-2017", "2017-02-05")]
    [InlineData("２／５／２０１７", "2017-02-05")]
    [InlineData("２０１７-02-05", "2017-02-05")]
    [InlineData("٢/٥/٢٠١٧", null)]
    [InlineData("2/30/2017", null)]
    [InlineData("Unknown", null)]
    [InlineData("", null)]
    public void Dates_are_read_in_several_styles(string raw, string? day) =>
        Assert.Equal(day, CellReader.Date(raw)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("165", 165)]
    [InlineData("2,825", 2825)]
    [InlineData("1\u00a0234\u00a0567", 1234567)]
    [InlineData("0", 0)]
    [InlineData("-5", null)]
    [InlineData("1.5", null)]
    [InlineData("65.125", null)]
    [InlineData("1.001", null)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("６５", 65)]
    [InlineData("１，２３４", 1234)]
    [InlineData("٦٥", null)]
    [InlineData("1٦", null)]
    [InlineData("9999999999999", null)]
    [InlineData("12 (est.)", null)]
    public void Counts_are_read_with_separators(string raw, int? count) => Assert.Equal(count, CellReader.Count(raw));

    [Theory]
    [InlineData("Burglary (Conviction)", "Burglary", "conviction")]
    [InlineData("Traffic Offense – Hit and Run (CHARGE)", "Traffic Offense – Hit and Run", "charge")]
    [InlineData("Assault (Aggravated) (Charge)", "Assault (Aggravated)", "charge")]
    [InlineData("Assault (Aggravated)", "Assault (Aggravated)", null)]
    [InlineData("(Charge)", null, "charge")]
    public void The_mark_is_separated_from_the_activity(string raw, string? activity, string? disposition) => Assert.Equal((activity, disposition), CellReader.Activity(raw));

    [Theory]
    [InlineData("St. Lawrence County, New York (New York)", "St. Lawrence County, New York", "New York")]
    [InlineData("California", "California", null)]
    [InlineData("(San Francisco)", "(San Francisco)", null)]
    public void The_aor_is_separated_from_the_place(string raw, string place, string? aor) => Assert.Equal((place, aor), CellReader.PlaceAndAor(raw));

    [Theory]
    [InlineData("• Will accept I-|247N form|• Won’t – never|– hold", "Will accept I-247N form;Won’t – never – hold")]
    [InlineData("- Will accept|- Won’t hold|beyond", "Will accept;Won’t hold beyond")]
    [InlineData("Requires a|warrant", "Requires a warrant")]
    [InlineData("Before|•|One", "Before;One")]
    [InlineData("", "")]
    public void Bullets_part_a_cell_into_items(string lines, string items) => Assert.Equal(items, string.Join(';', CellReader.Items(lines.Split('|'))));

    [Theory]
    [InlineData("1. Felonies|2. Gang members|3. A judicial warrant", "Felonies/Gang members/A judicial warrant")]
    [InlineData("1) Felonies|of any kind|2) Gang members", "Felonies of any kind/Gang members")]
    [InlineData("(1) Felonies|(2) Gang members", "Felonies/Gang members")]
    [InlineData("1. Felonies", "1. Felonies")]
    [InlineData("287(g) agreements|2. of the sheriff", "287(g) agreements 2. of the sheriff")]
    [InlineData("1. Convictions of the last|10) years|2. Gang members", "Convictions of the last 10) years/Gang members")]
    public void Numbered_criteria_are_items_as_bulleted_ones_are(string lines, string items) => Assert.Equal(items.Split('/'), CellReader.Items(lines.Split('|')));
}
