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

    [Fact]
    public async Task A_name_that_runs_from_right_to_left_is_isolated_in_every_sentence()
    {
        await using var reader = await site.Reader();
        foreach (var path in (string[])[$"/weeks/{Site.HostileWeek}", $"/weeks/{Site.NextWeek}", "/arrivals"])
        {
            await reader.Visit(path);
            var among = await reader.Page.EvaluateFunctionAsync<string[]>(
                """
                () => {
                    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), found = [];
                    while (texts.nextNode()) if (/[\u0600-\u06ff]/.test(texts.currentNode.data))
                        found.push(texts.currentNode.parentElement.closest('bdi')?.textContent ?? `bare: ${texts.currentNode.data}`);
                    return found;
                }
                """);
            Assert.NotEmpty(among);
            Assert.All(among, text => Assert.DoesNotMatch("[a-z]{2}", text));
        }
    }

    [Fact]
    public async Task A_questioned_row_says_so_on_the_pages_of_its_week_and_its_place()
    {
        await using var reader = await site.Reader();
        await reader.Visit($"/weeks/{Site.NextWeek}");
        Assert.Equal($"Detainers issued, row 1, December 1, 2016: {Site.Question}", await reader.Text("section[aria-labelledby=questioned] li"));
        await reader.Visit($"/jurisdictions/tx-travis-county?asOf={Site.Day}");
        Assert.Equal($"Questioned, December 1, 2016: {Site.Question}", await reader.Text("section[aria-labelledby=weeks] .questioned"));
    }

    [Fact]
    public async Task A_place_that_is_not_known_leads_to_the_one_with_a_similar_name()
    {
        await using var reader = await site.Reader(javaScript: false);
        await reader.Visit("/jurisdictions/tx-travs-county", HttpStatusCode.NotFound);
        await reader.Follow("Travis County, Texas");
        Assert.Equal("/jurisdictions/tx-travis-county", reader.Where);
    }

    [Theory]
    [InlineData("/jurisdictions/tx-nowhere-county", HttpStatusCode.NotFound)]
    [InlineData("/jurisdictions/tx-%3Cscript%3E", HttpStatusCode.NotFound)]
    [InlineData("/agencies/tx-nowhere-jail", HttpStatusCode.NotFound)]
    [InlineData("/states/ZZ", HttpStatusCode.BadRequest)]
    [InlineData("/digests/2017-07-01", HttpStatusCode.NotFound)]
    [InlineData("/corrections?cursor=x", HttpStatusCode.BadRequest)]
    [InlineData("/follow?state=ZZ", HttpStatusCode.BadRequest)]
    [InlineData("/manage/nothing", HttpStatusCode.NotFound)]
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
