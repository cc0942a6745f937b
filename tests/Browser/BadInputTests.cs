using System.Net;
using Browser.Visits;

namespace Browser;

public sealed class BadInputTests(Site site)
{
    [Fact]
    public async Task Markup_in_a_name_stays_text()
    {
        await using var reader = await site.Reader();
        await reader.Visit($"/weeks/{Site.HostileWeek}");
        Assert.DoesNotContain("broken", await reader.Page.GetTitleAsync(), StringComparison.Ordinal);
        Assert.Contains("<script>document.title", await reader.Main(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_runs_from_right_to_left_doesnt_turn_what_is_around_it()
    {
        await using var reader = await site.Reader();
        await reader.Visit($"/weeks/{Site.HostileWeek}");
        var isolated = await reader.Page.EvaluateFunctionAsync<bool[]>(
            """
            () => [...document.querySelectorAll('main th, .map-beneath li')].filter(cell => /[\u0600-\u06ff]/.test(cell.textContent))
                .map(cell => [...cell.querySelectorAll('bdi')].some(bdi => /[\u0600-\u06ff]/.test(bdi.textContent)))
            """);
        Assert.NotEmpty(isolated);
        Assert.All(isolated, Assert.True);
    }

    [Theory]
    [InlineData("/weeks/2017-07-01", HttpStatusCode.NotFound)]
    [InlineData("/weeks/yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/weeks/2017-02-04?asOf=spring", HttpStatusCode.BadRequest)]
    [InlineData("/weeks/2017-02-04?asOf=2016-01-01", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_shown_is_a_page_that_helps(string path, HttpStatusCode status)
    {
        await using var reader = await site.Reader();
        var answer = await reader.Visit(path, status);
        Assert.StartsWith("text/html", answer.Headers["content-type"], StringComparison.Ordinal);
        Assert.NotEqual("", await reader.Text("h1"));
        Assert.NotEmpty(await reader.Page.QuerySelectorAllAsync("input[type=search]"));
        Assert.NotEmpty(await reader.Page.QuerySelectorAllAsync("main a"));
    }
}
