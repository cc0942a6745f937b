using DetainerLedger.Parsing;

namespace DetainerLedger.Tests.Parsing;

/// <summary>What the self-check of a PDF questions: a place that may be that of the page before, and text that no table took.</summary>
public sealed class QuestionedTextTests
{
    [Fact]
    public void Rows_at_the_top_of_a_page_are_questioned_where_places_are_printed_beside_their_first_row()
    {
        string[] headers = ["Jurisdiction", "State", "Date Declined", "LEA"];
        double[] columns = [40, 150, 260, 360];
        var printed = new PrintedReport().Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(
                columns,
                headers,
                ["Travis County", "Texas", "2/4/2017", "First Jail"],
                ["", "", "2/5/2017", "Second Jail"],
                ["Harris County", "Texas", "2/4/2017", "Third Jail"],
                ["", "", "2/5/2017", "Fourth Jail"],
                ["Bexar County", "Texas", "2/4/2017", "Fifth Jail"],
                ["", "", "2/5/2017", "Sixth Jail"])
            .NextPage()
            .Table(
                columns,
                headers,
                ["", "", "2/6/2017", "Fifth Jail"],
                ["", "", "2/7/2017", "Sixth Jail"],
                ["Dallas County", "Texas", "2/4/2017", "Seventh Jail"],
                ["", "", "2/5/2017", "Eighth Jail"],
                ["", "", "2/6/2017", "Ninth Jail"]);

        Assert.Equal([7, 8], Rows(Samples.ReadReport(printed.Build()), "uncertain-row"));
    }

    [Fact]
    public void A_row_at_the_top_of_a_page_is_questioned_where_nothing_shows_that_places_are_centred_on_their_rows()
    {
        string[] headers = ["Jurisdiction", "State", "Date Declined", "LEA"];
        double[] columns = [40, 150, 260, 360];
        var printed = new PrintedReport().Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(columns, headers, ["Travis County", "Texas", "2/4/2017", "First Jail"], ["Harris County", "Texas", "2/4/2017", "Second Jail"])
            .NextPage()
            .Table(columns, headers, ["", "", "2/6/2017", "Second Jail"], ["Dallas County", "Texas", "2/4/2017", "Third Jail"], ["", "", "2/5/2017", "Fourth Jail"]);

        Assert.Equal([3], Rows(Samples.ReadReport(printed.Build()), "uncertain-row"));
    }

    [Fact]
    public void Text_below_the_last_table_that_is_no_sentence_is_questioned()
    {
        var check = Assert.Single(Listed("Lane County, Oregon Seattle 2014 County ordinance honors only felonies").Remarks, check => check.Code == "unexpected-value");

        Assert.Equal(1, check.Source!.Page);
        Assert.Contains("Lane County", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_below_the_last_table_is_not_questioned() =>
        Assert.DoesNotContain(Listed("This table lists only the policies that were known when it was printed.").Remarks, check => check.Code == "unexpected-value");

    // A damaged file can print a part of one cell over the end of another.
    [Theory]
    [InlineData("Travis County J11/26/2016", "Mexico")]
    [InlineData("Travis County Jail", "listed of-Guatemala")]
    public void A_date_behind_a_jail_and_a_citizenship_in_small_letters_are_questioned(string agency, string citizenship)
    {
        var printed = new PrintedReport().Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(
                [40, 160, 280, 400],
                ["Jurisdiction", "Date Declined", "Citizenship", "LEA"],
                ["Travis County, Texas", "2/4/2017", "Honduras", "Travis County Jail"],
                ["Travis County, Texas", "2/5/2017", citizenship, agency]);

        Assert.Equal([2], Rows(Samples.ReadReport(printed.Build()), "unexpected-value"));
    }

    [Fact]
    public void A_date_in_a_reason_is_questioned_where_hardly_any_reason_has_one()
    {
        string[] Row(int number, string reason) => [$"{(char)('A' + number)}dams County, Texas", $"2/{number + 1}/2017", reason];
        PrintedReport Printed(IEnumerable<string[]> rows) => new PrintedReport().Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table([40, 180, 280], ["Jurisdiction", "Date Declined", "Reason Given"], [.. rows]);
        var plain = Enumerable.Range(0, 11).Select(number => Row(number, "Requires a warrant"));
        var dated = Enumerable.Range(0, 11).Select(number => Row(number, "Policy of 1/2/2014"));

        Assert.Equal([12], Rows(Samples.ReadReport(Printed([.. plain, Row(11, "Will not 2/28/2017 honor")]).Build()), "unexpected-value"));
        Assert.Empty(Rows(Samples.ReadReport(Printed([.. dated, Row(11, "Policy of 2/28/2014")]).Build()), "unexpected-value"));
    }

    // A damaged file can have lost the rest of a row.
    [Fact]
    public void A_line_as_far_below_another_as_rows_are_apart_is_questioned_where_cells_have_one_line()
    {
        var printed = new PrintedReport().Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(
                [40, 180, 280],
                ["Jurisdiction", "Date Declined", "Reason Given"],
                [.. Enumerable.Range(1, 8).Select(day => new[] { "Travis County, Texas", $"2/{day}/2017", "Requires a warrant" }), ["", "", "Honors only felonies"], ["Travis County, Texas", "2/9/2017", "Requires a warrant"]]);
        var reading = Samples.ReadReport(printed.Build());

        Assert.Equal(9, reading.Facts.Declines.Count);
        Assert.NotEmpty(Rows(reading, "uncertain-row"));
    }

    // A citizenship is never taken from another row without a word.
    [Fact]
    public void A_row_without_a_citizenship_is_questioned_where_no_line_separates_it_from_that_of_the_next()
    {
        var printed = new PrintedReport { Ruled = true, UnruledColumn = 1 }.Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(
                [40, 180, 300, 400],
                ["Jurisdiction", "Citizenship", "Date Declined", "LEA"],
                ["Travis County, Texas", "", "2/4/2017", "Travis County Jail"],
                ["Harris County, Texas", "Mexico", "2/5/2017", "Harris County Jail"]);

        Assert.Contains(1, Rows(Samples.ReadReport(printed.Build()), "uncertain-row"));
    }

    private static IEnumerable<int> Rows(Reading.Report reading, string code) =>
        reading.Remarks.Where(check => check.Code == code).Select(check => check.Source!.Row!.Value).Distinct().Order();

    private static Reading.Report Listed(string below)
    {
        var printed = new PrintedReport().Title().Line("Section III: Table of Jurisdictions that have Enacted Policies", bold: true).Space()
            .Table(
                [40, 130, 260, 460],
                ["Date Enacted", "Policy", "Jurisdiction (AOR)", "Criteria for Honoring Detainer"],
                ["May 2014", "County ordinance", "Lane County, Oregon (Seattle)", "• First"],
                ["May 2014", "County ordinance", "Linn County, Oregon (Seattle)", "• Second"])
            .Space().Space().Line(below);
        return Samples.ReadReport(printed.Build());
    }
}
