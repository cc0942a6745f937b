using System.Globalization;
using DetainerLedger.Pages.Wording;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Tests;

public sealed class WordingTests
{
    [Theory]
    [InlineData("2017-02-04", "2017-02-10", "February 4–10, 2017")]
    [InlineData("2017-01-28", "2017-02-03", "January 28 – February 3, 2017")]
    [InlineData("2016-12-31", "2017-01-06", "December 31, 2016 – January 6, 2017")]
    public void A_period_names_each_month_and_year_once(string start, string end, string words) =>
        Assert.Equal(words, Dates.Period(new ReportingWeek(DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(33, "33 more")]
    [InlineData(-1258, "1,258 fewer")]
    [InlineData(0, "as many")]
    public void A_change_is_more_or_fewer(int change, string words) => Assert.Equal(words, Counts.Change(change));
}
