using DetainerLedger.Reports;
using UglyToad.PdfPig.Content;

namespace DetainerLedger.Tests.Parsing;

public sealed class PrintedReportTests
{
    [Theory]
    [InlineData("TEXAS", false)]
    [InlineData("Texas:", false)]
    [InlineData("Travis County, Texas (continued)", false)]
    [InlineData("Continued on next page", false)]
    [InlineData("Total declined detainers: 3", false)]
    [InlineData("Subtotal: 2", false)]
    [InlineData("* Includes transfers between facilities.", true)]
    [InlineData("Note: records of Kansas City, Kansas are incomplete.", true)]
    [InlineData("Entries below were confirmed after the close of the period.", true)]
    public void Text_between_the_rows_of_a_table_is_not_part_of_a_row(string between, bool isNotice)
    {
        foreach (var (ruled, centred, gap) in new[] { (false, false, 4.0), (false, true, 4.0), (false, false, 12.0), (true, false, 12.0) })
        {
            var printed = new PrintedReport { Ruled = ruled, Centred = centred, RowGap = gap }.Title()
                .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
                .Line("There were 3 declined detainers recorded during this period.").Space()
                .Table(PrintedDeclines.Columns, PrintedDeclines.Headers, PrintedDeclines.Rows[0], PrintedDeclines.Rows[1], [between, "", "", "", "", "", "", ""], PrintedDeclines.Rows[2]);
            var report = Samples.ReadReport(printed.Build());

            PrintedDeclines.AssertReadFrom(report.Facts);
            Assert.Equal(isNotice ? [between] : [], report.Facts.Notices.Select(notice => notice.Text));
            Assert.DoesNotContain(report.Remarks, check => check.Source?.Row is not null);
        }
    }

    [Fact]
    public void A_total_of_several_cells_below_an_unruled_table_is_no_part_of_its_last_row()
    {
        var printed = new PrintedReport { RowGap = 4 }.Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(PrintedDeclines.Columns, PrintedDeclines.Headers, [.. PrintedDeclines.Rows, ["", "", "3", "Total", "", "", "", ""]]);
        var report = Samples.ReadReport(printed.Build());

        PrintedDeclines.AssertReadFrom(report.Facts);
        Assert.Equal(3, report.Facts.DeclinedAsStated);
    }

    [Fact]
    public void A_total_in_words_as_close_as_the_lines_of_a_cell_is_no_part_of_the_last_row()
    {
        var printed = new PrintedReport { RowGap = 0 }.Title()
            .Line("Section III: Table of Jurisdictions that have Enacted Policies", bold: true).Space()
            .Table(
                [40, 330, 540],
                ["Criteria for Honoring Detainer", "Jurisdiction (AOR)", "Date Enacted"],
                ["• Requires a warrant\n• Honors only listed felonies", "Marion County, Oregon (Seattle)", "February 2017"],
                ["• Requires a warrant\n• No holds", "Erie County, Pennsylvania (Philadelphia)", "April 2017"],
                ["Total jurisdictions: 2", "", ""]);

        var report = Samples.ReadReport(printed.Build()).Facts;

        Assert.Equal(["Requires a warrant", "No holds"], report.Listings[^1].Criteria);
    }

    [Fact]
    public void A_state_at_the_end_of_a_place_is_no_heading()
    {
        var printed = new PrintedReport { RowGap = 4 }.Title()
            .Line("Section III: Table of Jurisdictions that have Enacted Policies", bold: true).Space()
            .Table(
                [40, 160, 260],
                ["Jurisdiction (AOR)", "Date Enacted", "Criteria"],
                ["Marion County,\nOregon", "February 2017", "One"],
                ["Wayne County, West\nVirginia", "March 2017", "Two"],
                ["Erie County,\nPennsylvania", "April 2017", "Three"]);

        Assert.Equal(["or-marion-county", "wv-wayne-county", "pa-erie-county"], Samples.ReadReport(printed.Build()).Facts.Listings.Select(row => row.Jurisdiction.Id));
    }

    [Theory]
    [InlineData(PageSize.A4, false)]
    [InlineData(PageSize.A3, true)]
    [InlineData(PageSize.Legal, true)]
    public void Pages_of_other_sizes_are_read(PageSize size, bool landscape)
    {
        var columns = landscape ? PrintedDeclines.Columns : [20, 72, 134, 190, 262, 350, 415, 510];
        var printed = new PrintedReport(size, landscape) { FontSize = 8 }.Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(columns, PrintedDeclines.Headers, PrintedDeclines.Rows);

        PrintedDeclines.AssertReadFrom(Samples.ReadReport(printed.Build()).Facts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_of_several_pages_with_page_numbers_is_one_table(bool repeatHeaders)
    {
        var rows = Enumerable.Range(1, 60).Select(number => new[] { "Travis County", "Texas", $"1/{(number % 28) + 1}/2017", $"2/{(number % 7) + 4}/2017", "Mexico" }).ToArray();
        var printed = new PrintedReport { Footer = "Page {0} of 5", RepeatHeaders = repeatHeaders }.Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table([40, 150, 250, 400, 500], ["Jurisdiction", "State", "Date\nIssued", "Date\nDeclined", "Citizenship"], rows);

        var reading = Samples.ReadReport(printed.Build());
        Assert.True(reading.Pages > 2);
        Assert.Equal(rows.Select(row => row[2]), reading.Facts.Declines.Select(row => $"{row.Issued!.Value.Month}/{row.Issued.Value.Day}/{row.Issued.Value.Year}"));
        Assert.All(reading.Facts.Declines, row => Assert.Equal("Travis County, Texas", row.AsPrinted));
        Assert.Equal(reading.Pages, reading.Facts.Declines[^1].Source.Page);
        Assert.Empty(reading.Facts.Notices);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Listings_without_ruled_lines_are_separated_by_their_dates_and_names(bool centred)
    {
        var printed = new PrintedReport { RowGap = 1, Centred = centred }.Title()
            .Line("Section III: Table of Jurisdictions that have Enacted Policies which Limit Cooperation with ICE", bold: true).Space()
            .Table(
                [40, 200, 290, 430],
                ["Jurisdiction (AOR)", "Date\nEnacted", "Policy", "Criteria for Honoring Detainer"],
                ["Ithaca, New York\n(Buffalo)", "February\n2017", "Municipal Code Change", "• Only “warrantless\nrequests” of an I-\n247N form\n• No holds"],
                ["Boulder County,\nColorado (Denver)", "January 2017", "Title 12", "• Requires a warrant"],
                ["California (San\nFrancisco)", "Unknown", "State law", "• One\n• Two\n• Three"]);

        var listings = Samples.ReadReport(printed.Build()).Facts.Listings;
        Assert.Equal(["Ithaca, New York", "Boulder County, Colorado", "California"], listings.Select(row => row.AsPrinted));
        Assert.Equal(["Buffalo", "Denver", "San Francisco"], listings.Select(row => row.Aor));
        Assert.Equal(["February 2017", "January 2017", "Unknown"], listings.Select(row => row.Enacted));
        Assert.Equal(["Only “warrantless requests” of an I-247N form", "No holds"], listings[0].Criteria);
        Assert.Equal(["One", "Two", "Three"], listings[2].Criteria);
    }

    [Fact]
    public void Notices_are_separated_from_the_sentences_that_state_totals()
    {
        var printed = new PrintedReport().Title()
            .Line("Section I: Highest Volume of Detainers Issued", bold: true).Space()
            .Line("During the week, ICE issued 1,234 detainers throughout the U.S. Of these, 70 were issued to the jurisdictions below.").Space()
            .Line("Field offices have been instructed to issue more detainers.").Space()
            .Table([40, 260], ["County, State", "Issued\nDetainers"], ["Kern County, California", "1,065"], ["San Bernardino County, California", "5"])
            .Line("Counts may change in later reports, and this sentence is wide enough to run across every column of the table above.")
            .NextPage()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Line("A total of 3 detainers were declined. The week had a holiday.").Space()
            .Table(PrintedDeclines.Columns, PrintedDeclines.Headers, PrintedDeclines.Rows);

        var report = Samples.ReadReport(printed.Build()).Facts;
        Assert.Equal((1234, 70, 3), (report.DetainersIssued, report.HighestVolumeTotal, report.DeclinedAsStated));
        Assert.Equal([1065, 5], report.HighestVolume.Select(row => row.Issued));
        Assert.Equal(
            [
                "Field offices have been instructed to issue more detainers.",
                "Counts may change in later reports, and this sentence is wide enough to run across every column of the table above.",
                "The week had a holiday.",
            ],
            report.Notices.Select(notice => notice.Text));
        Assert.Equal([1, 1, 2], report.Notices.Select(notice => notice.Source.Page!.Value));
        PrintedDeclines.AssertReadFrom(report);
    }

    [Fact]
    public void Missing_sections_are_remarked()
    {
        var printed = new PrintedReport().Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space().Table(PrintedDeclines.Columns, PrintedDeclines.Headers, PrintedDeclines.Rows);

        Assert.Equal(["section-missing", "section-missing", "section-missing"], Samples.ReadReport(printed.Build()).Remarks.Select(remark => remark.Code));
    }

    [Fact]
    public void A_row_without_a_state_is_kept_and_remarked()
    {
        var printed = new PrintedReport().Title().Line("Section I: Highest Volume of Detainers Issued", bold: true).Space()
            .Table([40, 200], ["County", "Issued Detainers"], ["Franklin County", "5"], ["Kern County, California", "65"]);

        var reading = Samples.ReadReport(printed.Build());
        Assert.Equal(("Franklin County", 5), (reading.Facts.HighestVolume[0].AsPrinted, reading.Facts.HighestVolume[0].Issued));
        var remark = Assert.Single(reading.Remarks, remark => remark.Code == "unresolved-jurisdiction");
        Assert.Equal(new SourceLocation(Samples.Id, 1, 1), remark.Source);
    }

    [Theory]
    [InlineData("II. Jurisdictions with Recorded Declined Detainers")]
    [InlineData("Jurisdictions with Recorded Declined Detainers between February 4, 2017 and February 10, 2017")]
    [InlineData("SECTION 2 – JURISDICTIONS WITH RECORDED DECLINED DETAINERS")]
    public void Sections_are_found_by_their_words(string title)
    {
        var printed = new PrintedReport().Title().Line(title, bold: true).Space().Table(PrintedDeclines.Columns, PrintedDeclines.Headers, PrintedDeclines.Rows);

        var report = Samples.ReadReport(printed.Build()).Facts;
        PrintedDeclines.AssertReadFrom(report);
        Assert.Equal([title], report.SectionTitles);
    }

    [Fact]
    public void A_row_that_sums_up_a_table_is_its_total_and_no_jurisdiction()
    {
        var printed = new PrintedReport().Title().Line("Section I: Highest Volume of Detainers Issued", bold: true).Space()
            .Table([40, 260], ["County, State", "Issued\nDetainers"], ["Kern County, California", "65"], ["King County, Washington", "22"], ["Total", "87"]);

        var report = Samples.ReadReport(printed.Build()).Facts;
        Assert.Equal([65, 22], report.HighestVolume.Select(row => row.Issued));
        Assert.Equal(87, report.HighestVolumeTotal);
    }

    [Fact]
    public void The_year_of_a_broken_date_at_the_edge_of_a_page_is_no_page_number()
    {
        var printed = new PrintedReport().Title()
            .Line("Section III: Table of Jurisdictions that have Enacted Policies which Limit Cooperation with ICE", bold: true).Space();
        string[] headers = ["Jurisdiction (AOR)", "Date Enacted", "Policy"];
        printed.Table([40, 240, 330], headers, ["Kern County, California (Los Angeles)", "May\n2014", "Resolution"]).NextPage()
            .Table([40, 240, 330], headers, ["King County, Washington (Seattle)", "December\n2014", "Ordinance"]);

        Assert.Equal(["May 2014", "December 2014"], Samples.ReadReport(printed.Build()).Facts.Listings.Select(row => row.Enacted));
    }

    [Fact]
    public void A_bullet_that_is_drawn_begins_an_item()
    {
        var printed = new PrintedReport().Title()
            .Line("Section III: Table of Jurisdictions that have Enacted Policies which Limit Cooperation with ICE", bold: true).Space()
            .Bullets(422, belowHeader: [1, 3])
            .Table(
                [40, 240, 330, 430],
                ["Jurisdiction (AOR)", "Date Enacted", "Policy", "Criteria for Honoring Detainer"],
                ["Kern County, California (Los Angeles)", "May 2014", "Resolution", "Requires a warrant\nof a judge\nNo holds"]);

        Assert.Equal(["Requires a warrant of a judge", "No holds"], Assert.Single(Samples.ReadReport(printed.Build()).Facts.Listings).Criteria);
    }
}
