namespace DetainerLedger.Tests.Parsing;

/// <summary>Which column of a printed table holds which field, and what an absent or empty one means.</summary>
public sealed class PrintedColumnTests
{
    [Theory]
    [InlineData(false, false, 12)]
    [InlineData(true, false, 12)]
    [InlineData(false, true, 12)]
    [InlineData(true, true, 12)]
    [InlineData(false, false, 0)]
    [InlineData(false, false, 3)]
    [InlineData(false, true, 0)]
    public void Columns_in_another_order_are_read_with_and_without_ruled_lines(bool ruled, bool centred, double gap)
    {
        var printed = new PrintedReport { Ruled = ruled, Centred = centred, RowGap = gap }.Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Line("There were 3 declined detainers recorded during this period.").Space()
            .Table(PrintedDeclines.Columns, PrintedDeclines.Headers, PrintedDeclines.Rows);

        PrintedDeclines.AssertReadFrom(Samples.ReadReport(printed.Build()).Facts);
    }

    [Fact]
    public void A_column_of_no_field_between_place_and_state_keeps_neither_from_the_rows_below()
    {
        var printed = new PrintedReport { Ruled = true }.Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(
                [40, 150, 230, 330, 430],
                ["Jurisdiction", "Docket", "State", "Date Declined", "Reason Given"],
                ["Travis County", "D/00008", "Texas", "2/5/2017", "Will not honor"],
                ["", "D/00004", "", "2/6/2017", "Will not honor"],
                ["King County", "D/00026", "Washington", "2/6/2017", "Will not honor"],
                ["", "D/00009", "", "2/7/2017", "Will not honor"]);

        Assert.Equal(
            ["Travis County, Texas", "Travis County, Texas", "King County, Washington", "King County, Washington"],
            Samples.ReadReport(printed.Build()).Facts.Declines.Select(row => row.AsPrinted));
    }

    [Fact]
    public void A_word_of_a_header_that_names_another_field_is_no_column_of_its_own()
    {
        var printed = new PrintedReport().Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(
                [40, 150, 270, 360, 500],
                ["Jurisdiction", "Agency", "Date Declined", "LEA Detainer Policy", "Country of Citizenship"],
                ["Travis County, Texas", "Travis County Jail", "2/5/2017", "Will not honor ICE detainer", "Honduras"],
                ["Travis County, Texas", "Travis County Jail", "2/6/2017", "Will not honor ICE detainer", "Mexico"]);

        Assert.All(
            Samples.ReadReport(printed.Build()).Facts.Declines,
            row => Assert.Equal(("Travis County Jail", "Will not honor ICE detainer"), (row.Agency, row.Reason)));
    }

    [Fact]
    public void A_missing_column_is_null()
    {
        var printed = new PrintedReport().Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table([40, 150, 300, 420], ["Jurisdiction", "State", "Date Declined", "Reason Given"], ["Travis County", "Texas", "2/5/2017", "Will not honor\nICE detainer"]);

        var row = Assert.Single(Samples.ReadReport(printed.Build()).Facts.Declines);
        Assert.Equal(("Travis County, Texas", "Will not honor ICE detainer"), (row.AsPrinted, row.Reason));
        Assert.Equal((null, null, null, null, null), (row.Agency, row.Citizenship, row.Issued, row.Activity, row.Disposition));
    }

    [Fact]
    public void An_empty_cell_is_null()
    {
        var printed = new PrintedReport().Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(
                PrintedDeclines.Columns,
                PrintedDeclines.Headers,
                PrintedDeclines.Rows[0],
                ["Texas", "", "2/6/2017", "Bastrop County", "", "Mexico", "", "Will not honor\nICE detainer"],
                ["Texas", "", "", "Hays County", "Hays County Jail", "", "", "Will not honor\nICE detainer"],
                PrintedDeclines.Rows[1]);

        var declines = Samples.ReadReport(printed.Build()).Facts.Declines;
        Assert.Equal(["Travis County, Texas", "Bastrop County, Texas", "Hays County, Texas", "New York City, New York"], declines.Select(row => row.AsPrinted));
        Assert.Equal((null, null, null), (declines[1].Issued, declines[1].Agency, declines[1].Activity));
        Assert.Equal((null, null, null), (declines[2].Declined, declines[2].Citizenship, declines[2].Disposition));
    }

    [Fact]
    public void A_cell_that_applies_to_the_rows_below_is_read_for_each()
    {
        var printed = new PrintedReport { Ruled = true }.Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(
                [40, 150, 250, 400, 500],
                ["Jurisdiction", "State", "Agency", "Date Declined", "Citizenship"],
                ["Travis County", "Texas", "Travis County Jail", "2/5/2017", "Mexico"],
                ["", "", "", "2/6/2017", "Honduras"],
                ["", "", "Austin Jail", "2/7/2017", "Mexico"]);

        var declines = Samples.ReadReport(printed.Build()).Facts.Declines;
        Assert.All(declines, row => Assert.Equal("Travis County, Texas", row.AsPrinted));
        Assert.Equal(["Travis County Jail", "Travis County Jail", "Austin Jail"], declines.Select(row => row.Agency));
    }
}
