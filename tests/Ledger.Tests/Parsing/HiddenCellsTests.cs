using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>What a workbook hides never counts, and what one sheet says of several sections is read.</summary>
public sealed class HiddenCellsTests
{
    private static readonly string?[][] Values = [["Name", "Value"], ["Week", "2017-02-04"]];

    [Fact]
    public void A_hidden_column_never_wins_and_is_named()
    {
        var reading = Samples.ReadReport(new WrittenXlsx().Sheet("Report", Values)
            .Sheet("Declined", ["Jurisdiction", "State", "Reason", "Date Declined", "Reason"], ["Travis County", "Texas", "Superseded", "2017-02-05", "Will not honor"])
            .HideColumn(2).Build());

        Assert.Equal("Will not honor", Assert.Single(reading.Facts.Declines).Reason);
        var check = Assert.Single(reading.Remarks, remark => remark.Code == "hidden-column");
        Assert.Equal(new SourceLocation(Samples.Id, 1, null), check.Source);
        Assert.Contains("“Reason”", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_row_is_not_read_and_is_named()
    {
        var workbook = new WrittenXlsx().Sheet("Report", Values);
        var rows = new[]
        {
            workbook.Row(1, "Jurisdiction", "State", "Date Declined"), workbook.Row(2, "Travis County", "Texas", "2017-02-05"), workbook.Row(3, "Kern County", "California", "2017-02-06"),
        };
        rows[1].Hidden = true;

        var reading = Samples.ReadReport(workbook.Sheet("Declined", rows).Build());

        Assert.Equal("ca-kern-county", Assert.Single(reading.Facts.Declines).Jurisdiction.Id);
        Assert.Equal(2, Assert.Single(reading.Remarks, remark => remark.Code == "hidden-row").Source!.Page);
    }

    [Fact]
    public void All_sections_in_one_sheet_with_their_sentences_are_read()
    {
        var reading = Samples.ReadReport(new WrittenXlsx().Sheet("Sheet1", [
            ["For Recorded Declined Detainers Feb 4 – Feb 10, 2017"],
            ["ICE issued 2,825 detainers. Of these 2,825 detainers, 214 were issued to the jurisdictions below."],
            ["County, State", "Issued Detainers"],
            ["Kern County, California", "65"],
            ["Los Angeles County, California", "149"],
            ["Section II: Jurisdictions with Recorded Declined Detainers"],
            ["Number of declined detainers recorded in the period: 1."],
            ["Jurisdiction", "Date Declined"],
            ["Travis County, Texas", "2017-02-05"],
            ["Section III: Jurisdictions with Policies"],
            ["Jurisdiction (AOR)", "Date Enacted"],
            ["Ithaca, New York (Buffalo)", "February 2017"],
        ]).Build());
        var report = reading.Facts;

        Assert.Equal((2825, 214, 1), (report.DetainersIssued, report.HighestVolumeTotal, report.DeclinedAsStated));
        Assert.Equal((2, 1, 1), (report.HighestVolume.Count, report.Declines.Count, report.Listings.Count));
        Assert.Empty(reading.Remarks);
    }

    [Fact]
    public void One_section_in_two_sheets_is_questioned()
    {
        string?[][] rows = [["Jurisdiction", "Date Declined"], ["Travis County, Texas", "2017-02-05"]];

        var reading = Samples.ReadReport(new WrittenXlsx().Sheet("Report", Values).Sheet("Declined", rows).Sheet("Declined (2)", rows).Build());

        Assert.Equal(2, reading.Facts.Declines.Count);
        Assert.Contains(reading.Remarks, remark => remark.Code == "section-repeated");
    }

    [Fact]
    public void A_fraction_is_no_count()
    {
        var workbook = new WrittenXlsx { SharesTexts = false };
        var reading = Samples.ReadReport(workbook.Sheet("Report", Values).Sheet("Issued", [
            workbook.Row(1, "County, State", "Issued Detainers"),
            new DocumentFormat.OpenXml.Spreadsheet.Row(workbook.Cell("Kern County, California")!, WrittenXlsx.Number(65.125)),
            workbook.Row(3, "Los Angeles County, California", "149"),
        ]).Build());

        Assert.Equal(149, Assert.Single(reading.Facts.HighestVolume).Issued);
        Assert.Equal(2, Assert.Single(reading.Remarks, remark => remark.Code == "unreadable-value").Source!.Page);
    }
}
