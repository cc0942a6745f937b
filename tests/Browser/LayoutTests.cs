using Browser.Visits;
using PuppeteerSharp.Media;

namespace Browser;

public sealed class LayoutTests(Site site)
{
    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task At_320_pixels_nothing_scrolls_sideways(string path)
    {
        await using var reader = await site.Reader(width: 320);
        await reader.Visit(path);
        Assert.Empty(await reader.TooWide());
    }

    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task On_paper_a_page_has_its_content_and_no_controls(string path)
    {
        await using var reader = await site.Reader(width: 720);
        await reader.Visit(path);
        var heading = await reader.Text("h1");
        await reader.Page.EmulateMediaTypeAsync(MediaType.Print);
        Assert.Equal(heading, await reader.Text("h1"));
        Assert.NotEqual("", heading);
        Assert.Empty(await reader.Page.EvaluateFunctionAsync<string[]>(
            """
            () => [...document.querySelectorAll('nav, input, select, form button, p button')].filter(found => found.checkVisibility())
                .map(found => found.outerHTML.slice(0, 80))
            """));
        Assert.Empty(await reader.TooWide());
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(await reader.Page.PdfDataAsync(), 0, 5), StringComparison.Ordinal);
    }
}
