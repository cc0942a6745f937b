using Browser.Visits;

namespace Browser;

public sealed class AccessibilityTests(Site site)
{
    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task Axe_finds_no_violation_in_light_or_dark(string path)
    {
        await using var reader = await site.Reader(bypassPolicy: true);
        await reader.Visit(path);
        Assert.Empty(await Axe.Violations(reader));
    }

    [Fact]
    public async Task Axe_finds_a_violation_where_there_is_one()
    {
        await using var reader = await site.Reader(bypassPolicy: true);
        await reader.Visit("/");
        await reader.Page.EvaluateExpressionAsync("document.querySelector('main').append(document.createElement('img'))");
        Assert.Contains(await Axe.Violations(reader), violation => violation.StartsWith("image-alt", StringComparison.Ordinal));
    }
}
