using DetainerLedger.Pages.Charts;

namespace DetainerLedger.Pages.Tests.Charts;

public sealed class TrendScaleTests
{
    private static readonly DateOnly First = new(2017, 1, 28);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(7, 8)]
    [InlineData(11, 15)]
    [InlineData(150, 150)]
    [InlineData(151, 200)]
    [InlineData(206, 250)]
    [InlineData(3083, 4000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void The_top_of_a_panel_is_a_round_number_that_no_week_exceeds(int greatest, int top) =>
        Assert.Equal(top, new TrendScale([First], greatest).Greatest);

    [Fact]
    public void Each_panel_begins_at_zero()
    {
        var scale = new TrendScale([First], 200);
        Assert.Equal(TrendScale.Bottom, scale.Y(0));
        Assert.Equal(TrendScale.Top, scale.Y(200));
        Assert.Equal((TrendScale.Top + TrendScale.Bottom) / 2.0, scale.Y(100));
    }

    [Fact]
    public void Weeks_are_as_far_apart_as_their_days()
    {
        var scale = new TrendScale([First, First.AddDays(7), First.AddDays(28)], 1);
        Assert.Equal(TrendScale.Left, scale.X(First));
        Assert.Equal(TrendScale.Right, scale.X(First.AddDays(28)));
        Assert.Equal(TrendScale.Left + (TrendScale.Right - TrendScale.Left) / 4.0, scale.X(First.AddDays(7)));
    }

    [Fact]
    public void A_single_week_is_in_the_middle() =>
        Assert.Equal((TrendScale.Left + TrendScale.Right) / 2.0, new TrendScale([First], 1).X(First));

    [Fact]
    public void A_short_trend_names_its_first_and_last_week() =>
        Assert.Equal(["Jan 28, 2017", "Mar 4, 2017"], TrendTicks.Of(First, new(2017, 3, 4)).Select(tick => tick.Text));

    [Fact]
    public void A_long_trend_names_some_years_only() =>
        Assert.Equal(["2018", "2021", "2024", "2027"], TrendTicks.Of(First, new(2027, 1, 16)).Select(tick => tick.Text));
}
