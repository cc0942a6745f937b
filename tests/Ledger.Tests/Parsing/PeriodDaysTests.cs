using DetainerLedger.Parsing.Prose;

namespace DetainerLedger.Tests.Parsing;

/// <summary>The days of a period are read with the month first, or both with the day first.</summary>
public sealed class PeriodDaysTests
{
    [Theory]
    [InlineData("2017-02-04", "2017-02-10", "2017-02-04", "2017-02-10")]
    [InlineData("2/4/2017", "2/10/2017", "2017-02-04", "2017-02-10")]
    [InlineData("04/02/2017", "10/02/2017", "2017-02-04", "2017-02-10")]
    [InlineData("28/01/2017", "03/02/2017", "2017-01-28", "2017-02-03")]
    [InlineData("2017-02-04", "10/02/2017", "2017-02-04", "2017-02-10")]
    [InlineData("2/25/2017", null, "2017-02-25", "2017-03-03")]
    [InlineData("25/02/2017", null, "2017-02-25", "2017-03-03")]
    [InlineData("03/03/2017", null, "2017-03-03", "2017-03-09")]
    public void Days_that_make_a_week_in_one_way_are_read_in_it(string start, string? end, string first, string last)
    {
        var days = PeriodDays.Of(start, end)!.Value;

        Assert.Equal((first, last, false), ($"{days.Period.Start:O}", $"{days.Period.End:O}", days.IsAmbiguous));
    }

    [Fact]
    public void A_first_day_that_could_be_two_is_read_with_the_month_first_and_is_ambiguous()
    {
        var days = PeriodDays.Of("04/02/2017", null)!.Value;

        Assert.Equal(("2017-04-02", true), (days.Period.ToString(), days.IsAmbiguous));
    }

    [Theory]
    [InlineData(null, "2/10/2017")]
    [InlineData("2/10/2017", "2/4/2017")]
    [InlineData("2/4/2017", "2/4/2018")]
    [InlineData("yesterday", null)]
    public void Days_that_make_no_period_are_refused(string? start, string? end) => Assert.Null(PeriodDays.Of(start, end));
}
