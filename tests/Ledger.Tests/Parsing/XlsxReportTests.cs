using DetainerLedger.Parsing;
using DetainerLedger.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DetainerLedger.Tests.Parsing;

public sealed class XlsxReportTests
{
    private static readonly string?[][] Values = [["Name", "Value"], ["Week", "2017-02-04"], ["Detainers issued", "2,825"]];
    private static readonly string[] DeclinedHeaders = ["Jurisdiction", "State", "Date Declined", "Reason"];

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    public void A_sample_as_a_workbook_states_the_same_facts(bool is1904, bool sharesTexts, bool hasNumbers)
    {
        foreach (var sample in Samples.Reports)
        {
            var report = Samples.Facts(sample.Data);

            var reading = Samples.ReadReport(WrittenXlsx.Of(report, new WrittenXlsx { Is1904 = is1904, SharesTexts = sharesTexts, HasNumbers = hasNumbers }).Build());

            Assert.Equal("xlsx", reading.Format);
            Assert.Null(reading.Pages);
            Assert.Empty(reading.Remarks);
            SameFacts.Assert(report, reading.Facts);
        }
    }

    [Fact]
    public void Tables_are_found_by_their_headers_in_any_order_and_position()
    {
        var reading = Samples.ReadReport(new WrittenXlsx()
            .Sheet("Sheet1", [
                ["Weekly Declined Detainer Outcome Report"],
                ["For Recorded Declined Detainers Feb 4 – Feb 10, 2017"],
                [],
                [null, "Ours", "Reason\nGiven", "Date Detainer\nDeclined", "State", "LEA", "Jurisdiction"],
                [null, "x", "Will not honor", "2017-02-05", "Texas", "Travis County Jail", "Travis County"],
                [],
                [null, "y", null, null, "New York", "Rikers Island", "New York City"],
            ])
            .Sheet("Notes", [["Made by hand", "on a Monday"]])
            .Sheet("More", [
                ["Issued Detainers", "County, State"],
                ["65", "Kern County, California"],
                ["475", "Los Angeles County, California"],
                ["540", "Total"],
                [],
                ["Policy", "Jurisdiction (AOR)"],
                ["Code Change", "Ithaca, New York (Buffalo)"],
            ])
            .Build());
        var report = reading.Facts;

        Assert.Equal(["unknown-column", "missing-column"], reading.Remarks.Select(remark => remark.Code));
        Assert.Contains("“Ours”", reading.Remarks[0].Message, StringComparison.Ordinal);
        Assert.Equal(new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)), report.Period);
        Assert.Equal(["Travis County, Texas", "New York City, New York"], report.Declines.Select(row => row.AsPrinted));
        Assert.Equal(new DateOnly(2017, 2, 5), report.Declines[0].Declined);
        Assert.Equal("Will not honor", report.Declines[0].Reason);
        Assert.Null(report.Declines[1].Declined);
        Assert.Equal([new SourceLocation(Samples.Id, 5, 1), new SourceLocation(Samples.Id, 7, 2)], report.Declines.Select(row => row.Source));
        Assert.Equal([65, 475], report.HighestVolume.Select(row => row.Issued));
        Assert.Equal(540, report.HighestVolumeTotal);
        Assert.Equal(("Ithaca, New York", "Buffalo", "Code Change"), (report.Listings[0].AsPrinted, report.Listings[0].Aor, report.Listings[0].Policy));
    }

    [Fact]
    public void A_merged_jurisdiction_applies_to_the_rows_below()
    {
        var report = Samples.ReadReport(new WrittenXlsx()
            .Sheet("Report", Values)
            .Sheet(
                "Declined",
                [
                    DeclinedHeaders,
                    ["New York City", "New York", "2017-02-05", "One"],
                    [null, null, "2017-02-06", "Two"],
                    [null, null, "2017-02-07", "Three"],
                    ["Travis County", "Texas", "2017-02-07", "Four"],
                    [null, "Texas", "2017-02-07", "Five"],
                ],
                "A2:A4",
                "B2:B4",
                "C5:D5")
            .Build()).Facts;

        Assert.Equal(
            ["New York City, New York", "New York City, New York", "New York City, New York", "Travis County, Texas", "Texas"],
            report.Declines.Select(row => row.AsPrinted));
        Assert.Equal(["One", "Two", "Three", "Four", "Five"], report.Declines.Select(row => row.Reason));
    }

    [Fact]
    public void The_contents_of_a_hidden_sheet_are_not_read()
    {
        var reading = Samples.ReadReport(Declined(["Travis County", "Texas", "2017-02-05", null])
            .Sheet("Issued (old)", ["Jurisdiction", "Count"], ["Kern County, California", "65"]).Hide().Build());

        Assert.Empty(reading.Facts.HighestVolume);
        Assert.Contains(reading.Remarks, remark => remark.Code == "hidden-sheet" && remark.Message.Contains("Issued (old)", StringComparison.Ordinal));
    }

    [Fact]
    public void Cells_are_read_as_they_are_shown()
    {
        var rich = new Cell(new InlineString(
            new Run(new RunProperties(new Bold()), new Text("Travis ") { Space = SpaceProcessingModeValues.Preserve }), new Run(new Text("County")), new PhoneticRun(new Text("tra-vis"))))
        {
            DataType = CellValues.InlineString,
        };
        Cell[] cells =
        [
            rich,
            new Cell(new CellFormula("\"Te\"&\"xas\""), new CellValue("Texas")) { DataType = CellValues.String },
            new Cell(new CellValue("2017-02-05T00:00:00")) { DataType = CellValues.Date },
            WrittenXlsx.Number(42036, WrittenXlsx.MonthStyle),
            new Cell(new CellValue("#N/A")) { DataType = CellValues.Error },
            new Cell(new CellValue("Will not_x000D_\nhonor")) { DataType = CellValues.String },
        ];

        // Neither rows nor cells have to say where they stand.
        var report = Samples.ReadReport(new WrittenXlsx()
            .Sheet("Report", Values)
            .Sheet("Declined", [Headers("Jurisdiction", "State", "Declined", "Citizenship", "Agency", "Reason"), new Row(cells)])
            .Sheet("Policies", [
                Headers("Jurisdiction", "Date Enacted"),
                new Row(WrittenXlsx.At(new WrittenXlsx { SharesTexts = false }.Cell("Ithaca, New York")!, 9, 0), WrittenXlsx.Number(42036, WrittenXlsx.MonthStyle)) { RowIndex = 9 },
                new Row(new WrittenXlsx { SharesTexts = false }.Cell("Boston, Massachusetts")!, WrittenXlsx.Number(42036, WrittenXlsx.YearStyle)),
                new Row(new WrittenXlsx { SharesTexts = false }.Cell("Chicago, Illinois")!, WrittenXlsx.Number(2012)),
            ])
            .Build()).Facts;

        var declined = Assert.Single(report.Declines);
        Assert.Equal("Travis County, Texas", declined.AsPrinted);
        Assert.Equal(new DateOnly(2017, 2, 5), declined.Declined);
        Assert.Equal(("February 2015", "#N/A", "Will not honor"), (declined.Citizenship, declined.Agency, declined.Reason));
        Assert.Equal(["February 2015", "2015", "2012"], report.Listings.Select(row => row.Enacted));
        Assert.Equal([9, 10, 11], report.Listings.Select(row => row.Source.Page));
    }

    [Fact]
    public void A_place_alone_below_a_table_is_not_a_row()
    {
        var reading = Samples.ReadReport(Declined(["Travis County", "Texas", "2017-02-05", null], [], ["Harris County"]).Build());

        Assert.Single(reading.Facts.Declines);
        Assert.Contains(reading.Remarks, remark => remark.Code == "unreadable-value" && remark.Source!.Page == 4);
    }

    [Fact]
    public void A_source_that_is_named_below_a_table_is_a_notice()
    {
        var reading = Samples.ReadReport(Declined(["Travis County", "Texas", "2017-02-05", null], [], ["Source: the agency"]).Build());

        Assert.Single(reading.Facts.Declines);
        Assert.Equal(("Source: the agency", 4), (Assert.Single(reading.Facts.Notices).Text, reading.Facts.Notices[0].Source.Page));
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_remarked_at_its_row()
    {
        var reading = Samples.ReadReport(Declined(["Travis County", "Texas", "soon", null]).Build());

        var remark = reading.Remarks.First(remark => remark.Code == "unreadable-value");
        Assert.Equal(new SourceLocation(Samples.Id, 2, 1), remark.Source);
        Assert.Null(reading.Facts.Declines[0].Declined);
    }

    [Fact]
    public void A_formula_whose_value_is_not_in_the_file_is_refused()
    {
        var refusal = Samples.ReadRefusal(new WrittenXlsx()
            .Sheet("Report", Values)
            .Sheet("Declined", [Headers("Ours", "Jurisdiction", "Date Declined", "Reason"), FormulaIn(0), FormulaIn(3)])
            .Build());

        Assert.Equal((RefusalCodes.DamagedFile, 3, "reason"), (refusal.Code, refusal.Page, refusal.Field));
        Assert.Contains("Declined", refusal.Message, StringComparison.Ordinal);

        static Row FormulaIn(int column)
        {
            var row = new Row();
            for (var index = 0; index < 4; index++)
                row.Append(index == column ? new Cell(new CellFormula("A1")) : new WrittenXlsx { SharesTexts = false }.Cell(index == 1 ? "Travis County" : "Texas")!);
            return row;
        }
    }

    [Fact]
    public void A_workbook_without_a_week_is_refused() => Assert.Equal(
        (RefusalCodes.PeriodNotFound, "period"),
        Refused(new WrittenXlsx().Sheet("Declined", DeclinedHeaders, ["Travis County", "Texas", "2017-02-05", null])));

    [Fact]
    public void A_table_without_rows_is_refused() => Assert.Equal((RefusalCodes.NoRows, "declines"), Refused(Declined()));

    [Fact]
    public void A_week_without_declines_may_say_so()
    {
        var report = Samples.ReadReport(Declined().Sheet("Totals", [["Detainers declined", "0"]]).Sheet("Issued", ["Jurisdiction", "Count"], ["Kern County, CA", "65"]).Build()).Facts;

        Assert.Equal((0, 0), (report.DeclinedAsStated, report.Declines.Count));
    }

    [Fact]
    public void Two_totals_that_differ_are_refused()
    {
        var refusal = Samples.ReadRefusal(Declined(["Travis County", "Texas", null, "x"]).Sheet("Totals", [["Detainers issued", "2852"]]).Build());

        Assert.Equal((RefusalCodes.DamagedFile, 1, "detainersIssued"), (refusal.Code, refusal.Page, refusal.Field));
        Assert.Contains("row 1 of the sheet “Totals”", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_workbook_is_not_a_report() =>
        Assert.Equal((RefusalCodes.NotAReport, null), Refused(new WrittenXlsx().Sheet("Budget", ["Month", "Cost"], ["January", "5"])));

    [Fact]
    public void More_rows_than_allowed_are_refused_at_the_row_of_the_next()
    {
        var refusal = Samples.ReadRefusal(
            Declined(["A County", "Texas", null, "x"], ["B County", "Texas", null, "x"], ["C County", "Texas", null, "x"]).Build(), new ReadingLimits { Rows = 2 });

        Assert.Equal((RefusalCodes.TooLarge, 4), (refusal.Code, refusal.Page));
    }

    private static WrittenXlsx Declined(params string?[][] rows) => new WrittenXlsx().Sheet("Report", Values).Sheet("Declined", DeclinedHeaders, rows);

    private static Row Headers(params string[] headers) => new(headers.Select(header => new WrittenXlsx { SharesTexts = false }.Cell(header)!));

    private static (string Code, string? Field) Refused(WrittenXlsx workbook)
    {
        var refusal = Samples.ReadRefusal(workbook.Build());
        return (refusal.Code, refusal.Field);
    }
}
