using Browser.Visits;

namespace Browser;

public sealed class PolicyTests(Site site)
{
    [Theory]
    [MemberData(nameof(SitePages.All), MemberType = typeof(SitePages))]
    public async Task Under_the_enforced_policy_a_page_writes_nothing_to_the_console_and_asks_no_other_host(string path)
    {
        await using var reader = await site.Reader();
        var answer = await reader.Visit(path);
        Assert.Contains("default-src 'none'", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        await reader.Page.HoverAsync("main");
        Assert.Empty(reader.Console);
        // The browser draws the sign of a date field from an address that holds the picture.
        var requests = reader.Requests.Where(request => request.Scheme != "data").ToList();
        Assert.NotEmpty(requests);
        Assert.All(requests, request => Assert.Equal(site.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task A_page_that_has_not_changed_keeps_its_looks_when_it_is_asked_for_again()
    {
        await using var reader = await site.Reader();
        await reader.Visit("/");
        var look = await Look();
        // A reload sends the entity tag, and the headers of the 304 replace those that were stored.
        await reader.Page.ReloadAsync();
        Assert.Equal(look, await Look());
        Assert.Empty(reader.Console);

        Task<string> Look() =>
            reader.Page.EvaluateExpressionAsync<string>("getComputedStyle(document.body).maxWidth + ' ' + document.styleSheets.length");
    }

    [Fact]
    public async Task The_policy_stops_what_a_page_must_not_do()
    {
        await using var reader = await site.Reader();
        await reader.Visit("/");
        await reader.Page.EvaluateExpressionAsync(
            "document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = 1' }))");
        await reader.Page.WaitForFunctionAsync("() => document.scripts.length > 0");
        Assert.NotEqual("1", await reader.Page.GetTitleAsync());
        Assert.Contains(reader.Console, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
