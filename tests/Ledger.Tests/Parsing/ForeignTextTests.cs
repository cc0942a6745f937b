using System.Globalization;
using System.Text;
using DetainerLedger.Parsing;

namespace DetainerLedger.Tests.Parsing;

/// <summary>What is printed on a report's pages and is no part of its tables: either it is left out, or a check names the row.</summary>
public sealed class ForeignTextTests
{
    private static readonly double[] Columns = [40, 150, 230, 340, 430, 500];

    private static readonly string[][] Rows =
    [
        ["Travis County", "Texas", "Travis County Jail", "Mexico", "1/15/2017", "2/5/2017"],
        ["Bastrop County", "Texas", "Bastrop County Jail", "Honduras", "1/16/2017", "2/6/2017"],
        ["Hays County", "Texas", "Hays County Jail", "Ecuador", "1/17/2017", "2/7/2017"],
    ];

    [Fact]
    public void A_slanted_watermark_is_not_read_as_text_of_the_table()
    {
        var reading = Read(Table() + "BT /F1 30 Tf 0.87 0.5 -0.5 0.87 150 590 Tm (CONFIDENTIAL) Tj ET\n");

        AssertRows(reading, Rows);
    }

    [Fact]
    public void A_level_watermark_over_a_table_is_not_read()
    {
        var reading = Read(Table() + "BT /F1 48 Tf 1 0 0 1 60 618 Tm (DRAFT) Tj ET\n");

        AssertRows(reading, Rows);
        Assert.Empty(reading.Facts.Notices);
    }

    [Fact]
    public void A_watermark_on_a_page_with_many_headings_is_not_read()
    {
        var headings = string.Concat(Enumerable.Range(0, 8).Select(line => $"BT /F1 14 Tf 1 0 0 1 60 {400 - (line * 20)} Tm (Figures may change in later releases of this report.) Tj ET\n"));

        AssertRows(Read(Table() + headings + "BT /F1 48 Tf 1 0 0 1 60 618 Tm (DRAFT) Tj ET\n"), Rows);
    }

    [Fact]
    public void A_cell_far_below_the_rest_of_its_row_is_questioned()
    {
        var rows = Enumerable.Range(0, 12).Select(number => Rows[number % 3]).ToList();
        var content = new StringBuilder(Title()).Append(Header(700));
        rows[11] = [.. rows[11][..2], "", .. rows[11][3..]];
        for (var index = 0; index < rows.Count; index++) content.Append(Row(680 - (index * 20), rows[index]));

        var reading = Read(content.Append(Text(Columns[2], 300, "Travis County Jail")).ToString());

        Assert.Contains(reading.Remarks, check => check.Source?.Row == 12 && check.Message.Contains("far below the rest of its row", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_outside_of_the_clipping_path_is_not_read()
    {
        var hidden = "q 0 500 612 292 re W n\n" + Row(480, Rows[2]) + "Q\n";

        AssertRows(Read(Table() + hidden), Rows);
    }

    [Fact]
    public void Text_beyond_the_edge_of_the_page_is_not_read() => AssertRows(Read(Table() + Row(-30, Rows[2])), Rows);

    [Fact]
    public void A_note_within_a_table_without_rules_is_flagged_at_its_row()
    {
        var rows = Enumerable.Range(0, 12).Select(number => Rows[number % 3]).ToList();
        var content = new StringBuilder(Title()).Append(Header(700));
        for (var index = 0; index < rows.Count; index++) content.Append(Row(680 - (index * 20), rows[index]));
        content.Append(Text(95, 671, "Figures may change in later releases of this report"));

        var reading = Read(content.ToString());

        Assert.Contains(reading.Remarks, check => check.Code == "uncertain-row" && check.Source!.Page == 1 && check.Source.Row is 1 or 2);
    }

    [Fact]
    public void Text_that_is_printed_over_a_cell_is_flagged()
    {
        var reading = Read(Table() + Text(45, 660, "Copy 2 of 3"));

        Assert.Contains(reading.Remarks, check => check is { Code: "overprinted-text", Source: { Page: 1, Row: 2 } });
    }

    [Fact]
    public void An_apostrophe_that_kerning_puts_off_its_word_belongs_to_it()
    {
        var reading = Read(Title() + Header(700) + Row(680, [Rows[0][0], Rows[0][1], "", .. Rows[0][3..]])
            + "BT /F1 8 Tf 1 0 0 1 230 680 Tm [(Sheriff) -250 ('s Office)] TJ ET\n");

        Assert.Equal("Sheriff’s Office", Assert.Single(reading.Facts.Declines).Agency);
    }

    [Fact]
    public void Two_places_in_one_cell_are_flagged()
    {
        var reading = Read(Title() + Text(40, 700, "Jurisdiction") + Text(340, 700, "Date Declined") + Text(40, 680, "Travis County, Texas, Cook County, Illinois") + Text(340, 680, "2/5/2017"));

        Assert.Contains(reading.Remarks, check => check is { Code: "unexpected-value", Source: { Page: 1, Row: 1 } });
    }

    [Theory]
    [InlineData("Printed 10/16/2017 9:41 AM, page {0}")]
    [InlineData("2/13/2017 | ERO")]
    public void A_running_line_with_a_date_is_no_row(string footer)
    {
        var rows = Enumerable.Range(1, 60).Select(number => new[] { "Travis County", "Texas", $"1/{(number % 28) + 1}/2017", $"2/{(number % 7) + 4}/2017", "Mexico" }).ToArray();
        var printed = new PrintedReport { Footer = footer }.Title()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table([40, 150, 250, 400, 500], ["Jurisdiction", "State", "Date\nIssued", "Date\nDeclined", "Citizenship"], rows);

        var reading = Samples.ReadReport(printed.Build());

        Assert.Equal(60, reading.Facts.Declines.Count);
        Assert.Equal(60, reading.Facts.Declines.Count(row => row is { AsPrinted: "Travis County, Texas", Citizenship: "Mexico", Issued: not null, Declined: not null }));
        Assert.Empty(reading.Facts.Notices);
    }

    [Fact]
    public void A_header_in_two_levels_is_read_and_is_no_notice()
    {
        var printed = new PrintedReport { RowGap = 4 }.Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space().Line("").Space();
        printed.Table([40, 150, 250, 400], ["", "", "", "Detainer"]).Table([40, 150, 300, 450], ["Jurisdiction", "State", "Date Issued", "Date Declined"], ["Travis County", "Texas", "1/15/2017", "2/5/2017"]);

        var facts = Samples.ReadReport(printed.Build()).Facts;

        Assert.Empty(facts.Notices);
        Assert.Equal((new DateOnly(2017, 1, 15), new DateOnly(2017, 2, 5)), (facts.Declines[0].Issued, facts.Declines[0].Declined));
    }

    [Fact]
    public void A_header_whose_words_are_broken_at_hyphens_is_read()
    {
        var printed = new PrintedReport().Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table([40, 150, 240, 330], ["Juris-\ndiction", "State", "Date De-\ntainer Is-\nsued", "Date De-\ntainer De-\nclined"], ["Travis County", "Texas", "1/15/2017", "2/5/2017"]);

        var row = Assert.Single(Samples.ReadReport(printed.Build()).Facts.Declines);

        Assert.Equal(("Travis County, Texas", new DateOnly(2017, 1, 15), new DateOnly(2017, 2, 5)), (row.AsPrinted, row.Issued, row.Declined));
    }

    [Fact]
    public void A_column_with_an_unknown_header_is_quoted()
    {
        var printed = new PrintedReport().Title().Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table([40, 150, 240, 330], ["Jurisdiction", "State", "Date Declined", "Docket"], ["Travis County", "Texas", "2/5/2017", "A-1"]);

        var check = Assert.Single(Samples.ReadReport(printed.Build()).Remarks, check => check.Code == "unknown-column");

        Assert.Contains("“Docket”", check.Message, StringComparison.Ordinal);
        Assert.Equal(1, check.Source!.Page);
    }

    [Fact]
    public void A_stamp_beside_the_text_is_no_part_of_a_row()
    {
        var rows = Enumerable.Range(0, 16).Select(index => Rows[index % Rows.Length]).ToArray();
        var table = Title() + Header(700) + string.Concat(rows.Select((row, index) => Row(680 - (index * 20), row)));

        AssertRows(Read(table + "BT /F1 13 Tf 1 0 0 1 545 540 Tm (COPY 2) Tj ET\n"), rows);
    }

    [Fact]
    public void A_number_in_full_width_digits_below_the_table_is_questioned()
    {
        var reading = Read(Table() + "BT /F2 8 Tf 1 0 0 1 300 20 Tm (AB) Tj ET\n");

        Assert.Equal(3, reading.Facts.Declines.Count);
        var check = Assert.Single(reading.Remarks, check => check.Code == "unreadable-value");
        Assert.Equal(3, check.Source?.Row);
        Assert.Contains("\uff11\uff12", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_printed_over_the_summary_is_no_part_of_the_definition()
    {
        var reading = Read(Title("BT /F3 8 Tf 1 0 0 1 40 739 Tm (Summary) Tj ET\n" + Text(40, 737, "This report lists jurisdictions with declined detainers.")) + Table()[Title().Length..]);

        Assert.Equal("This report lists jurisdictions with declined detainers.", reading.Facts.Definition);
    }

    [Fact]
    public void A_word_of_the_definition_that_is_hyphenated_is_whole()
    {
        var reading = Read(Title(Definition("This report lists the declined detainers that ICE per-", "sonnel have become aware of.")) + Rest);

        Assert.Equal("This report lists the declined detainers that ICE personnel have become aware of.", reading.Facts.Definition);
        Assert.DoesNotContain(reading.Remarks, check => check.Code == "broken-word");
    }

    [Fact]
    public void A_hyphenated_word_of_the_definition_that_is_unknown_is_flagged()
    {
        var reading = Read(Title(Definition("This report lists the declined detainers that ICE zorb-", "lings have become aware of.")) + Rest);

        var check = Assert.Single(reading.Remarks, check => check.Code == "broken-word");
        Assert.Contains("zorb-", check.Message, StringComparison.Ordinal);
        Assert.Equal(1, check.Source?.Page);
    }

    [Fact]
    public void A_sentence_that_ends_a_full_line_is_followed_by_the_next_as_the_text_above_is_set()
    {
        var reading = Read(
            Text(40, 784, "Every row of this file was made up for a test and describes no real person and no decision of an") + Text(40, 774, "agency.")
            + Title(Definition("This report lists the jurisdictions with detainers that were recorded as declined during the week.", "It represents those that ICE knows of.")) + Rest);

        Assert.Equal(
            "This report lists the jurisdictions with detainers that were recorded as declined during the week. It represents those that ICE knows of.", reading.Facts.Definition);
    }

    [Fact]
    public void A_title_with_full_width_digits_is_flagged()
    {
        var reading = Read(Title() + "BT /F2 8 Tf 1 0 0 1 262 730 Tm (A) Tj ET\n" + Rest);

        var check = Assert.Single(reading.Remarks, check => check.Code == "unexpected-value");
        Assert.Contains("\uff11", check.Message, StringComparison.Ordinal);
    }

    private static string Rest => Table()[Title().Length..];

    private static string Definition(string first, string second) => Text(40, 737, first) + Text(40, 727, second);

    private static void AssertRows(Reading.Report reading, string[][] rows)
    {
        Assert.Equal(
            rows.Select(row => string.Join('|', $"{row[0]}, {row[1]}", row[2], row[3], row[4], row[5])),
            reading.Facts.Declines.Select(row => string.Join('|', row.AsPrinted, row.Agency, row.Citizenship, Day(row.Issued), Day(row.Declined))));
        Assert.All(reading.Remarks, check => Assert.Equal("section-missing", check.Code));
    }

    private static string? Day(DateOnly? day) => day?.ToString("M/d/yyyy", CultureInfo.InvariantCulture);

    private static Reading.Report Read(string content) => Samples.ReadReport(
        HandmadePdf.OnePage("/Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R /F3 8 0 R >> >>").AddStream(content)
            .Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
            .Add("<< /Type /Font /Subtype /TrueType /BaseFont /Wide /FirstChar 65 /LastChar 66 /Widths [900 900] /FontDescriptor 9 0 R /ToUnicode 7 0 R >>")
            .AddStream("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <FF11> <42> <FF12> endbfchar endcmap end")
            .Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>")
            .Add("<< /Type /FontDescriptor /FontName /Wide /Flags 32 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>").Build());

    private static string Title(string summary = "") => Text(40, 760, "Weekly Declined Detainer Outcome Report") + Text(40, 748, "For Recorded Declined Detainers Feb 4 - Feb 10, 2017")
        + summary + Text(40, 730 - (summary.Length > 0 ? 12 : 0), "Section II: Jurisdictions with Recorded Declined Detainers");

    private static string Table() => Title() + Header(700) + string.Concat(Rows.Select((row, index) => Row(680 - (index * 20), row)));

    private static string Header(double y) => Row(y, ["Jurisdiction", "State", "Agency", "Citizenship", "Date Issued", "Date Declined"]);

    private static string Row(double y, string[] cells) => string.Concat(cells.Select((cell, column) => Text(Columns[column], y, cell)));

    private static string Text(double x, double y, string text) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 8 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n");
}
