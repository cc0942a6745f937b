using Browser.Visits;
using OneMachine;

namespace Browser;

public sealed class AccessibilityTests(Site site)
{
    private static readonly string Axe = Path.Combine(Repository.Root, "eng", "axe", "node_modules", "axe-core", "axe.min.js");

    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task Axe_finds_no_violation_in_light_or_dark(string path)
    {
        // Axe is a script of its own, which the policy would stop.
        await using var reader = await site.Reader(bypassPolicy: true);
        await reader.Visit(path);
        await reader.Page.AddScriptTagAsync(new PuppeteerSharp.AddTagOptions { Path = Axe });
        foreach (var scheme in (string[])["light", "dark"])
        {
            await reader.Prefer(scheme);
            Assert.Empty(await Violations(reader));
        }
    }

    [Fact]
    public async Task Axe_finds_a_violation_where_there_is_one()
    {
        await using var reader = await site.Reader(bypassPolicy: true);
        await reader.Visit("/");
        await reader.Page.AddScriptTagAsync(new PuppeteerSharp.AddTagOptions { Path = Axe });
        await reader.Page.EvaluateExpressionAsync("document.querySelector('main').append(document.createElement('img'))");
        Assert.Contains(await Violations(reader), violation => violation.StartsWith("image-alt", StringComparison.Ordinal));
    }

    private static Task<string[]> Violations(Reader reader) => reader.Page.EvaluateFunctionAsync<string[]>(
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .map(found => `${found.id}: ${found.help}: ${found.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`)
        """);
}
