using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Text in a table that is not a row, and cells that share a field; the same for every format.</summary>
public sealed class TableBodyTests
{
    private static readonly string[] Issued = ["County, State", "Issued Detainers"];
    private static readonly string[] Listed = ["Jurisdiction (AOR)", "Date Enacted", "Policy", "Criteria"];

    [Theory]
    [InlineData("Total")]
    [InlineData("Grand Total")]
    [InlineData("TOTAL:")]
    [InlineData("Total detainers issued")]
    public void The_total_of_the_issued_detainers_is_stated_and_no_row(string total)
    {
        var rows = SectionCells.Read(ReportSection.Issued, Issued, ["Kern County, California", "65"], ["Los Angeles County, California", "149"], [total, "214"]);

        Assert.Equal([65, 149], rows.Issued.Select(row => row.Issued));
        Assert.Equal(214, rows.IssuedTotal);
        Assert.Empty(rows.Remarks);
    }

    [Theory]
    [InlineData("Subtotal, California", "65")]
    [InlineData("California Total", "65")]
    [InlineData("Washington County, Minnesota total", "65")]
    [InlineData("Sub-Total", "65")]
    [InlineData("Washington County total", "")]
    public void Subtotals_are_no_rows_and_no_total(string text, string count)
    {
        var rows = SectionCells.Read(ReportSection.Issued, Issued, ["Kern County, California", "65"], [text, count], ["Los Angeles County, California", "149"]);

        Assert.Equal(["ca-kern-county", "ca-los-angeles-county"], rows.Issued.Select(row => row.Jurisdiction.Id));
        Assert.Null(rows.IssuedTotal);
    }

    [Theory]
    [InlineData("Washington County Total", "Minnesota", null, null, "3", null)]
    [InlineData("Washington County, Minnesota – total 3", null, null, null, null, null)]
    [InlineData("Subtotal: 3", null, null, null, null, null)]
    [InlineData("Travis County, Texas (continued)", null, null, null, null, null)]
    [InlineData("(continued)", null, null, null, null, null)]
    [InlineData("Continued on next page", null, null, null, null, null)]
    [InlineData("Travis County, cont’d", null, null, null, null, null)]
    public void Totals_and_continuation_marks_are_no_declined_detainers(params string?[] between)
    {
        var rows = SectionCells.Read(ReportSection.Declined, SectionCells.Declined, Travis("2017-02-05"), between, Travis("2017-02-06"));

        Assert.Equal(["tx-travis-county", "tx-travis-county"], rows.Declines.Select(row => row.Jurisdiction.Id));
        Assert.Equal([1, 2], rows.Declines.Select(row => row.Source.Row!.Value));
        Assert.Empty(rows.Remarks);
    }

    [Theory]
    [InlineData("Total", "2")]
    [InlineData("Total declined detainers: 2", null)]
    [InlineData("Total: 2", null)]
    public void The_total_of_the_declined_detainers_is_stated(string text, string? count)
    {
        var rows = SectionCells.Read(ReportSection.Declined, SectionCells.Declined, Travis("2017-02-05"), Travis("2017-02-06"), [text, null, null, null, count]);

        Assert.Equal((2, 2), (rows.Declines.Count, rows.DeclinedTotal));
        Assert.Empty(rows.Remarks);
    }

    [Theory]
    [InlineData("Note: records of Kansas City, Kansas are incomplete.")]
    [InlineData("* Includes transfers between facilities.")]
    [InlineData("Source: ERO field offices, preliminary figures.")]
    [InlineData("Entries below were confirmed after the close of the period.")]
    public void A_note_within_a_table_is_no_row_and_becomes_a_notice(string note)
    {
        foreach (var (section, headers, row) in new[] { (ReportSection.Declined, SectionCells.Declined, Travis("2017-02-05")), (ReportSection.Listed, Listed, ["Ithaca, New York (Buffalo)", "February 2017", "Code", "One"]) })
        {
            var rows = SectionCells.Read(section, headers, row, [note], row);

            Assert.Equal(2, rows.Count);
            Assert.Empty(rows.Remarks);
            Assert.Equal(new Notice(note, new SourceLocation(Samples.Id, 12, null)), Assert.Single(rows.Notices));
        }
    }

    [Theory]
    [InlineData("Rhode Island State Police")]
    [InlineData("Illegible")]
    public void Any_other_text_alone_in_a_row_is_left_out_with_a_check_that_quotes_it(string text)
    {
        var rows = SectionCells.Read(ReportSection.Declined, SectionCells.Declined, Travis("2017-02-05"), [text], Travis("2017-02-06"));

        Assert.Equal(2, rows.Count);
        Assert.Empty(rows.Notices);
        var check = Assert.Single(rows.Remarks);
        Assert.Equal(("unreadable-value", 12), (check.Code, check.Source!.Page));
        Assert.Contains(text, check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_names_the_state_of_the_rows_below_without_one()
    {
        var rows = SectionCells.Read(ReportSection.Issued, Issued, ["CALIFORNIA"], ["Kern County", "65"], ["TEXAS"], ["Travis County", "3"], ["Harris County, Texas", "5"]);

        Assert.Equal(["ca-kern-county", "tx-travis-county", "tx-harris-county"], rows.Issued.Select(row => row.Jurisdiction.Id));
        Assert.Equal(["Kern County, California", "Travis County, Texas", "Harris County, Texas"], rows.Issued.Select(row => row.AsPrinted));
        Assert.Empty(rows.Remarks);
    }

    [Fact]
    public void A_state_alone_above_the_rows_of_another_is_no_heading()
    {
        var rows = SectionCells.Read(ReportSection.Listed, Listed, ["California"], ["Ithaca, New York (Buffalo)", "February 2017", "Code", "One"]);

        Assert.Equal("unreadable-value", Assert.Single(rows.Remarks).Code);
        Assert.Equal("ny-ithaca", Assert.Single(rows.Listings).Jurisdiction.Id);
    }

    [Fact]
    public void Two_reasons_are_joined_and_a_county_follows_its_city()
    {
        var rows = SectionCells.Read(
            ReportSection.Declined,
            ["County", "City", "State", "Date Declined", "Reason Given", "LEA Detainer Policy"],
            ["Johnson County", "Iowa City", "Iowa", "2017-02-05", "Will not honor", "County ordinance of 2014"],
            ["Boulder County", "Boulder", "Colorado", "2017-02-05", null, null],
            ["Travis County", null, "Texas", "2017-02-05", null, "State law"]);

        Assert.Equal(["Iowa City, Johnson County, Iowa", "Boulder, Boulder County, Colorado", "Travis County, Texas"], rows.Declines.Select(row => row.AsPrinted));
        Assert.Equal(["ia-iowa-city", "co-boulder", "tx-travis-county"], rows.Declines.Select(row => row.Jurisdiction.Id));
        Assert.Equal(["Will not honor; County ordinance of 2014", null, "State law"], rows.Declines.Select(row => row.Reason));
        Assert.Empty(rows.Remarks);
    }

    [Fact]
    public void Two_days_for_one_field_that_differ_are_questioned_at_their_row()
    {
        var rows = SectionCells.Read(
            ReportSection.Declined,
            ["Jurisdiction", "State", "Date Declined", "Declined On"],
            ["Travis County", "Texas", "2017-02-05", "2017-02-05"],
            ["Travis County", "Texas", "2017-02-06", "2017-02-07"]);

        Assert.Equal(new DateOnly(2017, 2, 6), rows.Declines[1].Declined);
        Assert.Equal(("conflicting-columns", 2), (Assert.Single(rows.Remarks).Code, rows.Remarks[0].Source!.Row));
    }

    [Theory]
    [InlineData("Mexico", "Extra", "unread-cell")]
    [InlineData("2017-02-05", null, "misplaced-value")]
    [InlineData("142", null, "misplaced-value")]
    public void Each_cell_is_part_of_a_fact_or_named_by_a_check(string citizenship, string? beside, string code)
    {
        var rows = SectionCells.Read(
            ReportSection.Declined,
            ["Jurisdiction", "State", "Citizenship", "Date Declined", "", "#"],
            ["Travis County", "Texas", "Mexico", "2017-02-05", null, "1"],
            ["Travis County", "Texas", citizenship, "2017-02-05", beside, "2"]);

        var check = Assert.Single(rows.Remarks);
        Assert.Equal((code, CheckSeverity.Warning, new SourceLocation(Samples.Id, 12, 2)), (check.Code, check.Severity, check.Source));
    }

    [Fact]
    public void A_row_of_a_state_without_a_place_is_questioned()
    {
        var rows = SectionCells.Read(ReportSection.Declined, SectionCells.Declined, [null, "Texas", "Travis County Jail", "2017-01-05", "2017-02-05", "x"]);

        Assert.Equal("Texas", Assert.Single(rows.Declines).AsPrinted);
        Assert.Equal(("unresolved-jurisdiction", 1), (Assert.Single(rows.Remarks).Code, rows.Remarks[0].Source!.Row));
        Assert.Contains("names the state “Texas” and no place", rows.Remarks[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_disposition_is_questioned()
    {
        var rows = SectionCells.Read(ReportSection.Declined, ["Jurisdiction", "State", "Date Declined", "Disposition"], ["Travis County", "Texas", "2017-02-05", "pending"]);

        Assert.Equal("misplaced-value", Assert.Single(rows.Remarks).Code);
        Assert.Null(rows.Declines[0].Disposition);
    }

    private static string?[] Travis(string declined) => ["Travis County", "Texas", "Travis County Jail", "2017-01-05", declined, "Will not honor"];
}
