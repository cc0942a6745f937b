using System.Text;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

public sealed class CorrectionsTests
{
    private const string One = """
        { "corrections": [
            { "week": "2017-01-28", "section": "issued", "jurisdiction": "Franklin County, Iowa", "was": 5, "is": 0 } ] }
        """;

    [Fact]
    public void The_agencys_notice_is_read()
    {
        var reading = Assert.IsType<Reading.Corrections>(Samples.Read(Samples.Bytes("corrections-2017-03.json")));
        var notice = reading.Notice;

        Assert.Equal("json", reading.Format);
        Assert.Equal("Correction to the report for January 28 - February 3, 2017", notice.Title);
        Assert.Equal(new DateOnly(2017, 3, 29), notice.Dated);
        Assert.Equal(
            "Press accounts place the notice between 2017-03-29 and 2017-04-10. "
            + "Source: Notice on the agency's web page, as reproduced by AILA Doc. No. 17032002.",
            notice.Statement);
        Assert.Equal(8, notice.Corrections.Count);
        Assert.Equal(4, notice.Corrections.Count(correction => correction.Section == CorrectedSection.Declined));

        var williamson = notice.Corrections[4];
        Assert.Equal(
            (new DateOnly(2017, 1, 28), CorrectedSection.Declined, "Williamson County, Texas", "transferred", 4, 0),
            (williamson.Week, williamson.Section, williamson.AsPrinted, williamson.Reason, williamson.Was, williamson.Is));
        Assert.Equal(new SourceLocation(Samples.Id, 11, 5), williamson.Source);
        Assert.Empty(reading.Remarks);
    }

    [Fact]
    public void A_notice_needs_neither_title_nor_date()
    {
        var notice = Assert.IsType<Reading.Corrections>(Samples.Read(Encoding.UTF8.GetBytes(One))).Notice;

        Assert.Equal((null, null, null), (notice.Title, notice.Dated, notice.Statement));
        Assert.Null(notice.Corrections[0].Reason);
    }

    [Theory]
    [InlineData("\"issued\"", "\"released\"", "corrections[0].section")]
    [InlineData("\"was\": 5", "\"was\": -5", "corrections[0].was")]
    [InlineData("\"is\": 0", "\"is\": 1.5", "corrections[0].is")]
    [InlineData("\"is\": 0", "\"is\": null", "corrections[0].is")]
    [InlineData("\"2017-01-28\"", "\"January\"", "corrections[0].week")]
    [InlineData("\"week\"", "\"weak\"", "corrections[0].week")]
    [InlineData("\"jurisdiction\"", "\"place\"", "corrections[0].jurisdiction")]
    public void What_is_wrong_is_refused_with_its_path_and_line(string right, string wrong, string field)
    {
        var refusal = Samples.ReadRefusal(Encoding.UTF8.GetBytes(One.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal((RefusalCodes.DamagedFile, field, 2), (refusal.Code, refusal.Field, refusal.Page));
    }

    [Fact]
    public void A_notice_that_corrects_nothing_is_refused() =>
        Assert.Equal(RefusalCodes.NoRows, Samples.ReadRefusal("""{ "title": "Correction", "corrections": [] }"""u8.ToArray()).Code);
}
