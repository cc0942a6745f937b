using Browser.Visits;

namespace Browser;

/// <summary>Each of the ten questions is answered on one page, at most two steps from the front page, without JavaScript.</summary>
public sealed class TenQuestionsTests(Site site)
{
    [Fact]
    public async Task Is_my_county_listed()
    {
        await using var reader = await Find("Travis County, Texas");
        await reader.Follow("Travis County");
        Assert.Contains("is listed in the latest report", await reader.Text(".standfirst"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_a_county_that_no_report_names_told_from_a_misspelling()
    {
        await using var reader = await Find("Harris County, Texas");
        await reader.Follow("Harris County");
        Assert.Contains("No report", await reader.Main(), StringComparison.Ordinal);
        await using var other = await Find("Hariss Conty");
        Assert.Contains("may be spelled differently", await other.Main(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_my_county_listed_because_its_state_is()
    {
        await using var reader = await Find("Hartford County, Connecticut");
        await reader.Follow("Hartford County");
        Assert.Contains("Connecticut", string.Concat(await reader.Texts(".standfirst")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_when_and_in_whose_words()
    {
        await using var reader = await Find("Travis County, Texas");
        await reader.Follow("Travis County");
        var page = await reader.Main();
        Assert.Contains("January 28, 2017", page, StringComparison.Ordinal);
        Assert.Contains("In the words of the report", page, StringComparison.Ordinal);
        Assert.Contains("Enacted", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Did_what_is_said_of_it_change()
    {
        await using var reader = await Find("Travis County, Texas");
        await reader.Follow("Travis County");
        Assert.Contains("January 28, 2017 Listed: the report before does not list it.", await reader.Text("ol.timeline"), StringComparison.Ordinal);
        await using var other = await Find("Franklin County, Iowa");
        await other.Follow("Franklin County");
        Assert.Matches(
            "March 29, 2017 A count of the week of January 28, 2017 was corrected.*reported as 5 detainers issued, corrected to 0 detainers issued",
            await other.Text("ol.timeline"));
    }

    [Fact]
    public async Task It_vanished_and_does_a_notice_say_so()
    {
        await using var reader = await Find("Nassau County, New York");
        await reader.Follow("Nassau County");
        Assert.Matches(
            "No longer listed: the report before lists it.*No notice of that report names it, and no correction removes it.",
            await reader.Text("ol.timeline"));
    }

    [Fact]
    public async Task What_did_the_list_say_on_a_day_and_how_is_it_cited()
    {
        await using var reader = await FrontPage();
        // Without a script too, the summary opens its form.
        await reader.Page.ClickAsync(".as-of-present summary");
        await reader.Page.EvaluateFunctionAsync("day => document.querySelector('#as-of').value = day", Site.Day);
        await reader.Go(() => reader.Page.ClickAsync(".as-of-present button"));
        Assert.Equal($"/?asOf={Site.Day}", reader.Where);
        Assert.Contains("November 12", await reader.Text("h1"), StringComparison.Ordinal);
        Assert.Contains($"asOf={Site.Day}", await reader.Text("section[aria-labelledby=cite]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_this_week()
    {
        await using var reader = await FrontPage();
        Assert.Contains("added", await reader.Text(".changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Which_jail_has_how_many_rows()
    {
        await using var reader = await Find("Travis County Jail");
        Assert.Matches("Travis County Jail, Texas [0-9]+ detainers declined in 3 weeks", await reader.Main());
        await reader.Follow("Travis County Jail");
        Assert.StartsWith("/agencies/", reader.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_do_the_states_compare_over_time()
    {
        await using var reader = await FrontPage();
        await reader.Follow("States");
        Assert.Contains("side by side", await reader.Text("h1"), StringComparison.Ordinal);
        Assert.Contains("Texas", await reader.Main(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_known()
    {
        await using var reader = await FrontPage();
        await reader.Follow("About");
        Assert.Contains("can’t be known", (await reader.Main()).Replace('\'', '’'), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Reader> FrontPage()
    {
        var reader = await site.Reader(javaScript: false);
        await reader.Visit("/");
        return reader;
    }

    private async Task<Reader> Find(string words)
    {
        var reader = await FrontPage();
        await reader.Search(words);
        return reader;
    }
}
