using DetainerLedger.Parsing.Prose;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

public sealed class PeriodReaderTests
{
    [Theory]
    [InlineData("For Recorded Declined Detainers Jan 28 – Feb 3, 2017", "2017-01-28", "2017-02-03")]
    [InlineData("For Recorded Declined Detainers Feb 4 Feb 10, 2017", "2017-02-04", "2017-02-10")]
    [InlineData("For Recorded Declined Detainers Feb. 4 - Feb. 10, 2017", "2017-02-04", "2017-02-10")]
    [InlineData("February 4 to February 10, 2017", "2017-02-04", "2017-02-10")]
    [InlineData("February 4, 2017 through February 10, 2017", "2017-02-04", "2017-02-10")]
    [InlineData("between January 28, 2017, and February 3, 2017", "2017-01-28", "2017-02-03")]
    [InlineData("Feb 4 – 10, 2017", "2017-02-04", "2017-02-10")]
    [InlineData("Feb 4th–10th 2017", "2017-02-04", "2017-02-10")]
    [InlineData("FEB 4—FEB 10 , 2017", "2017-02-04", "2017-02-10")]
    [InlineData("Sept. 30 – Oct. 6, 2017", "2017-09-30", "2017-10-06")]
    [InlineData("Dec 31 – Jan 6, 2018", "2017-12-31", "2018-01-06")]
    [InlineData("Dec 31, 2016 – Jan 6, 2017", "2016-12-31", "2017-01-06")]
    [InlineData("4 February – 10 February 2017", "2017-02-04", "2017-02-10")]
    [InlineData("28 Jan to 3 Feb 2017", "2017-01-28", "2017-02-03")]
    [InlineData("2/4/2017 - 2/10/2017", "2017-02-04", "2017-02-10")]
    [InlineData("2017-02-04 to 2017-02-10", "2017-02-04", "2017-02-10")]
    [InlineData("Feb\u00a04\u00a0–\u00a0Feb\u00a010,\u00a02017", "2017-02-04", "2017-02-10")]
    public void A_period_is_found_however_it_is_written(string text, string start, string end) => Assert.Equal(
        new ReportingWeek(DateOnly.Parse(start, null), DateOnly.Parse(end, null)), PeriodReader.Find(text));

    [Theory]
    [InlineData(null)]
    [InlineData("For Recorded Declined Detainers")]
    [InlineData("February 2017")]
    [InlineData("Feb 30 – Mar 3, 2017")]
    [InlineData("Feb 10 – Feb 4, 2017")]
    [InlineData("Feb 4, 2016 – Feb 10, 2017")]
    [InlineData("Local Law 58-2014")]
    public void Other_text_is_not_a_period(string? text) => Assert.Null(PeriodReader.Find(text));

    [Fact]
    public void Digits_of_other_scripts_are_not_read() => Assert.Null(PeriodReader.Find("For Recorded Declined Detainers Feb ٤ – Feb ١٠, ٢٠١٧"));

    [Fact]
    public void Digits_of_full_width_are_digits() =>
        Assert.Equal(new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)), PeriodReader.Find("For Recorded Declined Detainers Feb ４ – Feb １０, ２０１７"));

    [Fact]
    public void A_period_with_the_day_first_is_read() =>
        Assert.Equal(new ReportingWeek(new DateOnly(2017, 1, 28), new DateOnly(2017, 2, 3)), PeriodReader.Find("28/01/2017 to 03/02/2017"));
}
