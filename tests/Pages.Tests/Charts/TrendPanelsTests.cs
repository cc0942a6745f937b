using AngleSharp.Dom;
using DetainerLedger.Pages.Charts;

namespace DetainerLedger.Pages.Tests.Charts;

public sealed class TrendPanelsTests
{
    private static readonly DateOnly First = new(2017, 1, 28);

    [Fact]
    public async Task Each_number_has_a_panel_with_a_scale_of_its_own()
    {
        var figure = await Render(
            Series("Detainers issued", 3083, 2825), Series("Detainers declined", 206, 47), Series("Jurisdictions listed", 117, 150));
        var panels = figure.QuerySelectorAll("svg[role=img]");
        Assert.Equal(["4000", "250", "150"], panels.Select(panel => panel.GetAttribute("data-greatest")));
        Assert.Equal(["3083 2825", "206 47", "117 150"], panels.Select(panel => panel.GetAttribute("data-values")));
        Assert.Equal("2017-01-28 2017-02-04", figure.QuerySelector("figure")!.GetAttribute("data-weeks"));
    }

    [Fact]
    public async Task A_panel_is_described_in_words()
    {
        var panel = (await Render(Series("Detainers issued", 3083, 2825, 2868))).QuerySelector("svg[role=img]")!;
        var named = panel.GetAttribute("aria-labelledby")!.Split(' ').Select(id => panel.QuerySelector($"#{id}")!.TextContent);
        Assert.Equal(
            [
                "Detainers issued, week by week",
                "From 3,083 in the week of January 28, 2017 to 2,868 in the week of February 11, 2017; "
                    + "lowest 2,825 in the week of February 4, 2017, highest 3,083 in the week of January 28, 2017.",
            ],
            named);
    }

    [Fact]
    public async Task A_missing_week_interrupts_the_line()
    {
        var points = new[] { new TrendPoint(First, 3), new(First.AddDays(7), 4), new(First.AddDays(21), 5), new(First.AddDays(28), 6) };
        var figure = await Render(new TrendSeries("Detainers declined", points));
        Assert.Equal(2, figure.QuerySelector(".trend-line")!.GetAttribute("d")!.Count(step => step == 'M'));
        Assert.Contains("interrupted once", figure.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_without_the_number_is_no_zero()
    {
        var points = new[] { new TrendPoint(First, 3), new(First.AddDays(7), null), new(First.AddDays(14), 5) };
        var figure = await Render(new TrendSeries("Detainers issued", points));
        Assert.Equal("", figure.QuerySelector(".trend-line")!.GetAttribute("d"));
        Assert.Equal(2, figure.QuerySelectorAll(".trend-dot").Length);
        Assert.Equal("3 - 5", figure.QuerySelector("svg[role=img]")!.GetAttribute("data-values"));
    }

    [Fact]
    public async Task A_corrected_number_is_a_hollow_mark_beside_the_reported_one()
    {
        var figure = await Render(new TrendSeries("Detainers declined", [new(First, 206, 203), new(First.AddDays(7), 47, 47)]));
        var corrected = Assert.Single(figure.QuerySelectorAll("[role=img] .trend-corrected"));
        var reported = figure.QuerySelector(".trend-dot")!;
        Assert.Equal(reported.GetAttribute("cx"), corrected.GetAttribute("cx"));
        Assert.NotEqual(reported.GetAttribute("cy"), corrected.GetAttribute("cy"));
        var words = figure.QuerySelector("desc")!.TextContent;
        Assert.Contains("A correction changed 206 in the week of January 28, 2017 to 203.", words, StringComparison.Ordinal);
        Assert.NotNull(figure.QuerySelector(".trend-key"));
    }

    [Fact]
    public async Task Ten_years_are_a_line_without_dots()
    {
        var figure = await Render(Series("Detainers issued", [.. Enumerable.Range(1000, 520)]));
        Assert.Empty(figure.QuerySelectorAll(".trend-dot"));
        Assert.Equal(1, figure.QuerySelector(".trend-line")!.GetAttribute("d")!.Count(step => step == 'M'));
    }

    [Fact]
    public async Task Without_weeks_there_is_no_figure() => Assert.Empty((await Render(new TrendSeries("Detainers issued", []))).Children);

    private static TrendSeries Series(string noun, params int[] values) =>
        new(noun, [.. values.Select((value, i) => new TrendPoint(First.AddDays(7 * i), value))]);

    private static Task<IElement> Render(params TrendSeries[] series) =>
        Rendered.Of<TrendPanels>(new() { ["Caption"] = "Three numbers", ["Series"] = series });
}
