using Browser.Visits;

namespace Browser;

public sealed class MomentTests(Site site)
{
    private const string Moment = $"asOf={Site.Day}";

    [Fact]
    public async Task Back_and_forward_keep_the_chosen_day()
    {
        await using var reader = await site.Reader(javaScript: false);
        await reader.Visit($"/weeks/{Site.NextWeek}?{Moment}");
        await reader.Follow("Week of November 5");
        Assert.Equal($"/weeks/{Site.HostileWeek}?{Moment}", reader.Where);
        await reader.Page.GoBackAsync();
        Assert.Equal($"/weeks/{Site.NextWeek}?{Moment}", reader.Where);
        Assert.Contains("December 31, 2016", await reader.Text(".as-of"), StringComparison.Ordinal);
        await reader.Page.GoForwardAsync();
        Assert.Equal($"/weeks/{Site.HostileWeek}?{Moment}", reader.Where);
        Assert.Contains("December 31, 2016", await reader.Text(".as-of"), StringComparison.Ordinal);
        await reader.Follow("Show the present");
        Assert.Equal($"/weeks/{Site.HostileWeek}", reader.Where);
        Assert.Empty(await reader.Texts("section.as-of"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_link_to_a_page_keeps_the_chosen_day(bool javaScript)
    {
        await using var reader = await site.Reader(javaScript);
        await reader.Visit($"/weeks/{Site.NextWeek}?{Moment}");
        var links = await reader.Page.EvaluateFunctionAsync<string[]>(
            "() => [...document.querySelectorAll('main a[href], header a[href]')].map(link => link.getAttribute('href'))");
        Assert.NotEmpty(links);
        Assert.DoesNotContain(
            links.Where(link => link.StartsWith('/') && !link.StartsWith("/api/reports/", StringComparison.Ordinal)),
            link => !link.Contains(Moment, StringComparison.Ordinal));
    }
}
