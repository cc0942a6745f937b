namespace DetainerLedger.Tests.Parsing;

/// <summary>Text that a page's end, an alignment, a stamp or a narrow column puts where it doesn't belong.</summary>
public sealed class LinesOfOtherRowsTests
{
    private static readonly double[] ListedColumns = [40, 130, 260, 460];
    private static readonly string[] ListedHeaders = ["Date Enacted", "Policy", "Jurisdiction (AOR)", "Criteria for Honoring Detainer"];
    private static readonly string[] Counties = ["Lane", "Linn", "Polk", "Benton", "Marion", "Baker", "Coos", "Curry", "Crook", "Grant"];

    [Fact]
    public void Centred_cells_without_space_between_rows_keep_their_own_lines()
    {
        var printed = new PrintedReport { Centred = true, RowGap = 3 }.Title()
            .Line("Section III: Table of Jurisdictions that have Enacted Policies", bold: true).Space()
            .Table(ListedColumns, ListedHeaders,
                ["May 2014", "County ordinance", "Lane County, Oregon (Seattle)", "• Honors nothing"],
                ["May 2014", "County ordinance", "Pierce County, Washington (Seattle)", "• First\n• Second\n• Third"],
                ["May 2014", "County ordinance", "Story County, Iowa (Saint Paul)", "• Only one"],
                ["May 2014", "County ordinance", "Wayne County, New York (New York)", "• First\n• Second\n• Third"],
                ["May 2014", "County ordinance", "Weld County, Colorado (Denver)", "• Fourth\n• Fifth\n• Sixth"],
                ["May 2014", "County ordinance", "Cook County, Illinois (Chicago)", "• Last\n• Of all\n• Items"]);

        var listed = Samples.ReadReport(printed.Build()).Facts.Listings;

        Assert.Equal(
            ["Honors nothing", "First|Second|Third", "Only one", "First|Second|Third", "Fourth|Fifth|Sixth", "Last|Of all|Items"],
            listed.Select(row => string.Join('|', row.Criteria)));
    }

    [Fact]
    public void Centred_cells_keep_their_lines_where_as_many_lines_would_fit_the_row_above()
    {
        // The lines of “Lane” and “Pierce” together are centred on “Lane”, too.
        var printed = new PrintedReport { Centred = true, RowGap = 3 }.Title()
            .Line("Section III: Table of Jurisdictions that have Enacted Policies", bold: true).Space()
            .Table(ListedColumns, ListedHeaders,
                ["May 2014", "County ordinance", "Story County, Iowa (Saint Paul)", "• Zero"],
                ["May 2014", "County ordinance", "Lane County, Oregon (Seattle)", "• First"],
                ["May 2014", "County ordinance", "Pierce County, Washington (Seattle)", "• Second"],
                ["May 2014", "County ordinance", "Wayne County, New York (New York)", "• Third\n• Fourth\n• Fifth"],
                ["May 2014", "County ordinance", "Weld County, Colorado (Denver)", "• Sixth\n• Seventh"]);

        Assert.Equal(
            ["Zero", "First", "Second", "Third|Fourth|Fifth", "Sixth|Seventh"], Samples.ReadReport(printed.Build()).Facts.Listings.Select(row => string.Join('|', row.Criteria)));
    }

    [Fact]
    public void A_word_that_a_narrow_column_breaks_without_a_hyphen_is_whole()
    {
        var row = Assert.Single(Declined(["Boston", "Massachusett\ns", "2/5/2017", "Suffolk County Jail"]).Facts.Declines);

        Assert.Equal("Boston, Massachusetts", row.AsPrinted);
    }

    [Fact]
    public void A_word_that_is_broken_behind_its_capital_is_whole()
    {
        var row = Assert.Single(Declined(["Boston", "Massachusetts", "2/5/2017", "Suffolk D\netention Center"]).Facts.Declines);

        Assert.Equal("Suffolk Detention Center", row.Agency);
    }

    [Fact]
    public void The_rest_of_a_word_on_a_line_of_its_own_is_questioned()
    {
        var read = Declined(["Chambersbur\ng", "Pennsylvania", "2/5/2017", "Franklin County Jail"]);

        Assert.Contains(read.Remarks, check => check is { Code: "broken-word", Source.Row: 1 } && check.Message.Contains("Chambersbur", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hyphen_at_a_lines_end_is_left_out_of_a_word_that_the_field_knows()
    {
        var row = Assert.Single(Declined(["Boston", "Massachusetts", "2/5/2017", "Suffolk Deten-\ntion Cen-\nter"]).Facts.Declines);

        Assert.Equal("Suffolk Detention Center", row.Agency);
    }

    [Fact]
    public void Two_words_of_which_the_first_is_one_too_stay_two()
    {
        var row = Assert.Single(Declined(["Boston", "Massachusetts", "2/5/2017", "Honor\nfarm of Suffolk"]).Facts.Declines);

        Assert.Equal("Honor farm of Suffolk", row.Agency);
    }

    [Fact]
    public void A_cell_that_begins_in_the_middle_of_a_phrase_questions_its_row_and_the_one_above()
    {
        var reading = Declined(
            ["Boston", "Massachusetts", "2/4/2017", "Suffolk County Jail"],
            ["Boston", "Massachusetts", "2/5/2017", "Requires a warrant or court"],
            ["Boston", "Massachusetts", "2/6/2017", "order Suffolk County Jail"],
            ["Boston", "Massachusetts", "2/7/2017", "Suffolk County Jail"],
            ["Boston", "Massachusetts", "2/8/2017", "Suffolk County Jail"],
            ["Boston", "Massachusetts", "2/9/2017", "Suffolk County Jail"]);

        Assert.Equal([2, 3], reading.Remarks.Where(check => check.Code == "uncertain-row").Select(check => check.Source!.Row!.Value).Distinct().Order());
    }

    [Fact]
    public void A_column_that_is_empty_in_every_row_questions_the_rows()
    {
        var reading = Declined(
            ["Boston", "Massachusetts", "2/4/2017", ""], ["Boston", "Massachusetts", "2/5/2017", ""], ["Boston", "Massachusetts", "2/6/2017", ""], ["Boston", "Massachusetts", "2/7/2017", ""]);

        Assert.Contains(reading.Remarks, check => check.Code == "uncertain-row" && check.Source!.Row == 4 && check.Message.Contains("“LEA”", StringComparison.Ordinal));
    }

    [Fact]
    public void Headers_of_one_line_and_of_two_broken_at_hyphens_are_read_when_they_are_centred()
    {
        var printed = new PrintedReport { Centred = true }.Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table([40, 150, 240, 330], ["Juris-\ndiction", "State", "Date De-\nclined", "Agency"], ["Travis County", "Texas", "2/5/2017", "Travis County Jail"]);

        var row = Assert.Single(Samples.ReadReport(printed.Build()).Facts.Declines);

        Assert.Equal(("Travis County, Texas", new DateOnly(2017, 2, 5)), (row.AsPrinted, row.Declined));
    }

    [Theory]
    [InlineData("San Francis\nco County Jail", "San Francisco County Jail")]
    [InlineData("Annex w/\no Permit", "Annex w/o Permit")]
    public void A_word_that_a_cells_edge_breaks_is_whole(string printed, string agency)
    {
        var row = Assert.Single(Declined(["San Francisco", "California", "2/5/2017", printed]).Facts.Declines);

        Assert.Equal(agency, row.Agency);
    }

    [Fact]
    public void An_agency_that_is_only_the_end_of_a_name_questions_its_row_and_the_one_above()
    {
        var reading = Declined(
            ["Boston", "Massachusetts", "2/4/2017", "Suffolk County Jail"],
            ["Boston", "Massachusetts", "2/5/2017", "Suffolk County Adult Detention"],
            ["Boston", "Massachusetts", "2/6/2017", "Center"],
            ["Boston", "Massachusetts", "2/7/2017", "Suffolk County Jail"]);

        Assert.Equal([2, 3], UncertainRows(reading));
    }

    [Fact]
    public void A_row_without_criteria_between_rows_with_some_questions_them()
    {
        var reading = Listed(["First", "Second", "Third", "Fourth", "Fifth", "", "Seventh", "Eighth", "Ninth", "Tenth"]);

        Assert.Equal([5, 6, 7], UncertainRows(reading));
    }

    [Fact]
    public void Criteria_that_are_listed_twice_question_the_row_and_the_one_below()
    {
        var reading = Listed(["First", "Second", "Third\n• Third", "Fourth", "Fifth"]);

        Assert.Equal([3, 4], UncertainRows(reading));
    }

    private static IEnumerable<int> UncertainRows(DetainerLedger.Parsing.Reading.Report reading) =>
        reading.Remarks.Where(check => check.Code == "uncertain-row").Select(check => check.Source!.Row!.Value).Distinct().Order();

    private static DetainerLedger.Parsing.Reading.Report Listed(string[] criteria)
    {
        var rows = criteria.Select((text, index) => new[] { "May 2014", "County ordinance", $"{Counties[index]} County, Oregon (Seattle)", text.Length == 0 ? "" : $"• {text}" }).ToArray();
        var printed = new PrintedReport().Title().Line("Section III: Table of Jurisdictions that have Enacted Policies", bold: true).Space().Table(ListedColumns, ListedHeaders, rows);
        return Samples.ReadReport(printed.Build());
    }

    private static DetainerLedger.Parsing.Reading.Report Declined(params string[][] rows)
    {
        var printed = new PrintedReport().Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table([40, 150, 260, 360], ["Jurisdiction", "State", "Date Declined", "LEA"], rows);
        return Samples.ReadReport(printed.Build());
    }
}
