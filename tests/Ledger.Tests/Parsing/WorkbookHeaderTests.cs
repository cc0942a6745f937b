using DetainerLedger.Parsing;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Headers of workbooks: unknown, missing, on two levels.</summary>
public sealed class WorkbookHeaderTests
{
    private static readonly string?[][] Values = [["Name", "Value"], ["Week", "2017-02-04"]];

    [Fact]
    public void An_unknown_header_is_quoted_with_its_sheet_and_row()
    {
        var check = Assert.Single(Read([["Jurisdiction", "State", "Date Declined", "Outcome"], ["Travis County", "Texas", "2017-02-05", "Gone"]]).Remarks, check => check.Code == "unknown-column");

        Assert.Equal(new SourceLocation(Samples.Id, 1, null), check.Source);
        Assert.Contains("“Outcome”", check.Message, StringComparison.Ordinal);
        Assert.Contains("row 1 of the sheet “Declined”", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_the_date_of_decline_says_so()
    {
        var check = Assert.Single(Read([["Jurisdiction", "State", "Date Issued", "Reason"], ["Travis County", "Texas", "2017-01-05", "x"]]).Remarks, check => check.Code == "missing-column");

        Assert.Equal(CheckSeverity.Error, check.Severity);
    }

    [Theory]
    [InlineData("jurisdiction", "Where", "State", "LEA", "Date Declined")]
    [InlineData("declined", "Jurisdiction", "State", "LEA", "Outcome")]
    public void A_table_without_places_or_dates_is_refused_and_not_left_out(string field, params string?[] headers)
    {
        var refusal = Samples.ReadRefusal(Workbook([headers, ["Travis County", "Texas", "Jail", "2017-02-05"]]).Build());

        Assert.Equal((RefusalCodes.ColumnNotFound, 1, field), (refusal.Code, refusal.Page, refusal.Field));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Headers_on_two_levels_are_read(bool isMerged)
    {
        var workbook = new WrittenXlsx().Sheet("Report", Values).Sheet(
            "Declined",
            [
                ["Jurisdiction", "State", "Detainer", null, "Notable Criminal"],
                [null, null, "Date Issued", "Date Declined", "Activity"],
                ["Travis County", "Texas", "2017-01-05", "2017-02-05", "Burglary (Charge)"],
                ["Kern County", "California", "2017-01-06", "2017-02-06", null],
            ],
            isMerged ? ["A1:A2", "B1:B2", "C1:D1"] : []);

        var reading = Samples.ReadReport(workbook.Build());

        Assert.Equal(["section-missing", "section-missing"], reading.Remarks.Select(remark => remark.Code));
        Assert.Equal(
            [(new DateOnly(2017, 1, 5), new DateOnly(2017, 2, 5)), (new DateOnly(2017, 1, 6), new DateOnly(2017, 2, 6))],
            reading.Facts.Declines.Select(row => (row.Issued!.Value, row.Declined!.Value)));
        Assert.Equal("Burglary", reading.Facts.Declines[0].Activity);
        Assert.Equal(3, reading.Facts.Declines[0].Source.Page);
    }

    private static WrittenXlsx Workbook(string?[][] rows) => new WrittenXlsx().Sheet("Report", Values).Sheet("Declined", rows[0], rows[1..]);

    private static Reading.Report Read(string?[][] rows) => Samples.ReadReport(Workbook(rows).Build());
}
