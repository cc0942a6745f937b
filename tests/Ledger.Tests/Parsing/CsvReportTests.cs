using System.Text;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

public sealed class CsvReportTests
{
    private const string Small = """
        section,name,value,jurisdiction,state,agency,citizenship,issued,declined,reason,activity,aor,enacted,policy,criteria,ours
        report,week,2017-02-04,,,,,,,,,,,,,
        report,detainers issued,"2,825",,,,,,,,,,,,,
        report,detainers declined,1,,,,,,,,,,,,,
        issued,,,Kern County,California,,,65,,,,,,,,

        declined,,,Travis County,TX,"Travis County Jail,
        Austin",Mexico,11/29/2016,2017-02-05,Will not honor,Burglary (Charge),,,,,x
        policy,,,Ithaca,New York,,,,,,,Buffalo,February 2017,Municipal Code Change,"• One
        • Two",
        notice,,A notice.,,,,,,,,,,,,,
        report,scope,First.,,,,,,,,,,,,,
        report,scope,Second.,,,,,,,,,,,,,
        """;

    [Theory]
    [MemberData(nameof(WrittenCsv.EncodingsAndSeparators), MemberType = typeof(WrittenCsv))]
    public void A_sample_as_csv_states_the_same_facts_in_every_encoding_and_with_every_separator(string encoding, string separator)
    {
        foreach (var sample in Samples.Reports)
        {
            var report = Samples.Facts(sample.Data);

            var reading = Samples.ReadReport(WrittenCsv.Encode(WrittenCsv.Of(report, separator[0]), encoding));

            Assert.Equal("csv", reading.Format);
            Assert.Null(reading.Pages);
            Assert.Empty(reading.Remarks);
            SameFacts.Assert(report, reading.Facts);
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_fact_of_a_small_file_is_found_with_its_line_and_row(string lineBreak)
    {
        var reading = Samples.ReadReport(Encoding.UTF8.GetBytes(Small.ReplaceLineEndings(lineBreak)));
        var report = reading.Facts;

        Assert.Equal(("unknown-column", 1), (Assert.Single(reading.Remarks).Code, reading.Remarks[0].Source!.Page));
        Assert.Equal(new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)), report.Period);
        Assert.Equal((2825, 1), (report.DetainersIssued, report.DeclinedAsStated));
        Assert.Equal(("Kern County, California", 65), (report.HighestVolume[0].AsPrinted, report.HighestVolume[0].Issued));
        var declined = Assert.Single(report.Declines);
        Assert.Equal("tx-travis-county", declined.Jurisdiction.Id);
        Assert.Equal("Travis County Jail, Austin", declined.Agency);
        Assert.Equal((new DateOnly(2016, 11, 29), new DateOnly(2017, 2, 5)), (declined.Issued, declined.Declined));
        Assert.Equal(("Burglary", "charge"), (declined.Activity, declined.Disposition));
        Assert.Equal(new SourceLocation(Samples.Id, 7, 1), declined.Source);
        Assert.Equal(("Buffalo", "February 2017", "Municipal Code Change"), (report.Listings[0].Aor, report.Listings[0].Enacted, report.Listings[0].Policy));
        Assert.Equal(["One", "Two"], report.Listings[0].Criteria);
        Assert.Equal(new SourceLocation(Samples.Id, 9, 1), report.Listings[0].Source);
        Assert.Equal(new Notice("A notice.", new SourceLocation(Samples.Id, 11, null)), Assert.Single(report.Notices));
        Assert.Equal("First.\nSecond.", report.Scope);
    }

    [Fact]
    public void A_title_above_the_header_may_name_the_period()
    {
        var titled = "sep=,\nFor Recorded Declined Detainers Feb 4 – Feb 10, 2017,,\n\n" + Small.Replace("report,week,2017-02-04", "report,week,", StringComparison.Ordinal);

        Assert.Equal(new DateOnly(2017, 2, 10), Samples.ReadReport(Encoding.UTF8.GetBytes(titled)).Facts.Period.End);
    }

    [Fact]
    public void A_title_with_digits_of_another_script_names_no_period()
    {
        var titled = "For Recorded Declined Detainers Feb ٤ – Feb ١٠, ٢٠١٧,,\n" + Small.Replace("report,week,2017-02-04", "report,week,", StringComparison.Ordinal);

        Assert.Equal(RefusalCodes.PeriodNotFound, Samples.ReadRefusal(Encoding.UTF8.GetBytes(titled)).Code);
    }

    [Fact]
    public void A_week_that_could_begin_on_two_days_says_so()
    {
        var reading = Samples.ReadReport(Changed("report,week,2017-02-04", "report,week,04/02/2017"));

        Assert.Equal(new DateOnly(2017, 4, 2), reading.Facts.Period.Start);
        Assert.Equal(2, Assert.Single(reading.Remarks, remark => remark.Code == "ambiguous-dates").Source!.Page);
    }

    [Fact]
    public void The_last_day_shows_whether_the_first_has_the_day_first()
    {
        var reading = Samples.ReadReport(Changed("report,week,2017-02-04", "report,period start,04/02/2017\nreport,period end,10/02/2017"));

        Assert.Equal(new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)), reading.Facts.Period);
        Assert.DoesNotContain(reading.Remarks, remark => remark.Code == "ambiguous-dates");
    }

    [Fact]
    public void Days_and_counts_in_full_width_digits_are_read()
    {
        var report = Samples.ReadReport(Changed("2017-02-04", "２０１７-０２-０４")).Facts;

        Assert.Equal(new DateOnly(2017, 2, 4), report.Period.Start);
    }

    [Fact]
    public void What_is_stated_under_an_unknown_name_is_remarked()
    {
        var reading = Samples.ReadReport(Changed("report,scope,First.", "report,detainers isued,First."));

        var remark = Assert.Single(reading.Remarks, remark => remark.Code != "unknown-column");
        Assert.Equal(("unreadable-value", 12), (remark.Code, remark.Source!.Page));
    }

    [Theory]
    [InlineData("2017-02-04", "yesterday", RefusalCodes.DamagedFile, 2, "period.start")]
    [InlineData("report,week,2017-02-04", "report,week,", RefusalCodes.PeriodNotFound, null, "period")]
    [InlineData("report,scope,First.", "report,week,2017-02-11", RefusalCodes.PeriodNotFound, 12, "period.start")]
    [InlineData("\"2,825\"", "many", RefusalCodes.DamagedFile, 3, "detainersIssued")]
    [InlineData("report,scope,First.", "report,detainers issued,2852", RefusalCodes.DamagedFile, 12, "detainersIssued")]
    [InlineData("report,scope,First.", "report,,First.", RefusalCodes.DamagedFile, 12, "name")]
    [InlineData("policy,,,Ithaca", "policies2,,,Ithaca", RefusalCodes.DamagedFile, 9, "section")]
    [InlineData("policy,,,Ithaca", ",,,Ithaca", RefusalCodes.DamagedFile, 9, "section")]
    [InlineData("notice,,A notice.", "notice,,", RefusalCodes.DamagedFile, 11, "section")]
    [InlineData(",,,,x", ",,,,x,y", RefusalCodes.DamagedFile, 7, "section")]
    [InlineData("A notice.", "A \"notice\".", RefusalCodes.DamagedFile, 11, null)]
    [InlineData("A notice.", "\"A notice.", RefusalCodes.DamagedFile, 11, null)]
    [InlineData("declined,,,Travis County", "issued,,,Travis County", RefusalCodes.NoRows, null, "declines")]
    public void What_is_wrong_is_refused_with_its_line_and_field(string text, string wrong, string code, int? line, string? field)
    {
        var refusal = Samples.ReadRefusal(Changed(text, wrong));

        Assert.Equal((code, line, field), (refusal.Code, refusal.Page, refusal.Field));
    }

    [Theory]
    [InlineData("Dear all, please find attached\nthe report of last week.")]
    [InlineData("name,section,value\nx,y,z")]
    [InlineData("week;count\n2017-02-04;5")]
    [InlineData("\",")]
    public void Another_table_is_not_a_report(string text) => Assert.Equal(RefusalCodes.NotAReport, Samples.ReadRefusal(Encoding.UTF8.GetBytes(text)).Code);

    [Theory]
    [InlineData("The weather will be fine.")]
    [InlineData("<html><body>\"Not found\", it says</body></html>")]
    [InlineData("[1,2,3]")]
    [InlineData("\t\t")]
    [InlineData("\"")]
    public void Other_text_is_of_no_format(string text) =>
        Assert.Equal(RefusalCodes.UnsupportedFormat, Samples.ReadRefusal(Encoding.UTF8.GetBytes(text)).Code);

    [Fact]
    public void A_mark_of_utf8_before_other_bytes_is_refused() =>
        Assert.Equal(RefusalCodes.DamagedFile, Samples.ReadRefusal([.. Encoding.UTF8.Preamble, .. "section,\n"u8, 0xc3, 0x28]).Code);

    [Fact]
    public void A_file_of_headers_has_no_rows() =>
        Assert.Equal(RefusalCodes.NoRows, Samples.ReadRefusal("section,name,value,jurisdiction,count\nreport,week,2017-02-04,,\n"u8.ToArray()).Code);

    [Fact]
    public void More_rows_than_allowed_are_refused_at_the_line_of_the_next()
    {
        var refusal = Samples.ReadRefusal(Encoding.UTF8.GetBytes(Small), new ReadingLimits { Rows = 2 });

        Assert.Equal((RefusalCodes.TooLarge, 9), (refusal.Code, refusal.Page));
    }

    [Fact]
    public void More_text_than_allowed_is_refused() =>
        Assert.Equal(RefusalCodes.TooLarge, Samples.ReadRefusal(Encoding.UTF8.GetBytes(Small), new ReadingLimits { Characters = 100 }).Code);

    [Fact]
    public void A_row_without_end_is_too_large()
    {
        var refusal = Samples.ReadRefusal(Encoding.UTF8.GetBytes("section,jurisdiction,count\nissued,\"" + new string('x', 2_000_000)));

        Assert.Equal((RefusalCodes.TooLarge, 2), (refusal.Code, refusal.Page));
    }

    private static byte[] Changed(string text, string replacement)
    {
        Assert.Contains(text, Small, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(Small.Replace(text, replacement, StringComparison.Ordinal));
    }
}
