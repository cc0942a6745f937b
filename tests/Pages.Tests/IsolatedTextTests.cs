using DetainerLedger.Pages.Layout;

namespace DetainerLedger.Pages.Tests;

public sealed class IsolatedTextTests
{
    [Theory]
    [InlineData("Travis County, Texas, is new.", "Travis County, Texas, is new.")]
    [InlineData("مقاطعة هاريس, Texas, is new.", "[مقاطعة هاريس], Texas, is new.")]
    [InlineData("First “שלום” then هاريس (7).", "First “[שלום]” then [هاريس] (7).")]
    [InlineData("", "")]
    public async Task Each_name_that_runs_from_right_to_left_is_isolated(string text, string marked)
    {
        Assert.Equal(marked, string.Concat(TextRuns.Of(text).Select(run => run.IsRightToLeft ? $"[{run.Text}]" : run.Text)));

        var html = await Rendered.Of<IsolatedText>(new Dictionary<string, object?> { ["Text"] = text });
        Assert.Equal(text, html.TextContent.Trim());
        Assert.Equal(TextRuns.Of(text).Where(run => run.IsRightToLeft).Select(run => run.Text), html.QuerySelectorAll("bdi bdi").Select(name => name.TextContent));
    }
}
