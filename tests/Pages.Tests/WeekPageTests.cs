using AngleSharp.Html.Dom;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Pages.Weeks;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Tests;

public sealed class WeekPageTests
{
    private static readonly WeeklyReport First = Made.Report(Made.FirstWeek, 3083) with
    {
        Listings = [Made.Listing(Made.Travis, "Old words"), Made.Listing(Made.Denver)],
        Declines = [Made.Declined(Made.Travis), Made.Declined(Made.Travis)],
    };

    private static readonly WeeklyReport Second = Made.Report(Made.SecondWeek) with
    {
        Listings = [Made.Listing(Made.Travis, "New words"), Made.Listing(Made.California)],
        Declines = [Made.Declined(Made.Travis)],
        HighestVolume = [Made.Issued(Made.Travis, 27)],
    };

    [Fact]
    public async Task Every_total_is_followed_by_its_noun_and_its_change()
    {
        var figures = (await Page(Second, First)).QuerySelectorAll(".figure").Select(Rendering.Words).ToList();

        Assert.StartsWith("2,825 detainers issued 258 fewer than in the week of January 28", figures[0], StringComparison.Ordinal);
        Assert.StartsWith("1 detainer declined 1 fewer than", figures[1], StringComparison.Ordinal);
        Assert.StartsWith("2 jurisdictions listed as many as in the week of January 28", figures[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_that_the_report_does_not_state_is_not_zero()
    {
        var figure = (await Page(Second with { DetainersIssued = null }, First)).QuerySelector(".figure")!.Words();

        Assert.StartsWith("– detainers issued The report states no total.", figure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_by_name_what_was_added_removed_and_altered()
    {
        var changes = (await Page(Second, First)).One(".changes");

        Assert.Equal("California", changes.One("ul.places ins").Words());
        Assert.Equal("Denver, Colorado", changes.One("ul.places del").Words());
        Assert.Contains("No notice of the report names it.", changes.Words(), StringComparison.Ordinal);
        Assert.Equal("Old words", changes.One(".word-change del").Words());
        Assert.Equal("New words", changes.One(".word-change ins").Words());
    }

    [Fact]
    public async Task Names_the_notice_that_explains_a_removal()
    {
        var explained = Second with { Notices = [new Notice("Denver, Colorado was listed in error.", Made.Source(1))] };

        Assert.Equal("Denver, Colorado was listed in error.", (await Page(explained, First)).One(".changes .reason q").Words());
    }

    [Fact]
    public async Task A_gap_before_the_week_is_mentioned()
    {
        var later = Made.Report(Made.FirstWeek.AddDays(21));

        Assert.Contains("3 weeks before: no report in between is in the ledger", (await Page(later, First)).Body!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("no report in between", (await Page(Second, First)).Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_each_jurisdiction_once_and_no_number_for_what_is_not_known()
    {
        var rows = (await Page(Second, First)).QuerySelectorAll("table.rows tbody tr:not(.state)").Select(Rendering.Words).ToList();

        Assert.Equal(["California listed, new 0 –", "Travis County listed 1 27"], rows);
    }

    [Fact]
    public async Task A_long_table_leads_to_all_of_it_page_by_page()
    {
        var many = Enumerable.Range(0, Lists.Longest + 2).Select(i => Made.Travis with { Id = $"tx-{i}", Name = $"Place {i}" });
        var section = (await Page(Second with { Listings = [.. many.Select(place => Made.Listing(place))] }, First)).One("section[aria-labelledby=places]");

        Assert.Equal(Lists.Longest, section.QuerySelectorAll("tbody tr:not(.state)").Length);
        Assert.Equal("3 more are among all jurisdictions, page by page", section.QuerySelectorAll("p")[^1].Words());
        Assert.Equal("/weeks/2017-02-04/jurisdictions", section.QuerySelectorAll("p a")[^1].GetAttribute("href"));
    }

    [Fact]
    public async Task Removals_without_a_notice_are_named_once()
    {
        Check[] remarks = [new("other", CheckSeverity.Info, "Other", null)];
        var (a, b) = (Made.Published(First), Made.Published(Second));
        var page = await Rendering.Document<WeekPage, WeekModel>(
            WeekModel.Of(Made.View(a, b), b with { Remarks = remarks }, a), Made.Context("/weeks/2017-02-04"));

        Assert.Equal(
            ["1 jurisdiction is no longer listed, and no notice in the report names it: by name, above.", "Other"],
            page.One("section[aria-labelledby=checks]").QuerySelectorAll("li").Select(Rendering.Words));
    }

    [Fact]
    public async Task Corrections_are_shown_beside_what_was_reported()
    {
        var correction = new Correction(Made.SecondWeek, CorrectedSection.Declined, Made.Travis, "Travis", "same-name", 1, 0, Made.Source(1));
        var published = Made.Published(Second);
        var view = Made.Index([published], Made.Notice(correction)).Now;

        var page = await Rendering.Document<WeekPage, WeekModel>(WeekModel.Of(view, published, null), Made.Context("/weeks/2017-02-04"));

        Assert.Contains("0 after corrections", page.QuerySelectorAll(".figure")[1].Words(), StringComparison.Ordinal);
        Assert.Contains("reported as 1 detainer declined, corrected to 0 detainers declined", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_keeps_the_chosen_day()
    {
        var page = await Page(Second, First, Made.EndOf(2017, 3, 28));
        var present = page.QuerySelectorAll(".as-of a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal("You see what was known on March 28, 2017. Show the present · compare", page.One(".as-of p").Words());
        Assert.All(
            page.Addresses().Except(present).Where(address => !address.Contains("/file", StringComparison.Ordinal) && address is not ("/api/docs" or "/api/feed" or "/follow")),
            address => Assert.Contains("asOf=2017-03-28", address, StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("form[role=search]"), form => Assert.Equal("2017-03-28", form.One("input[name=asOf]").GetAttribute("value")));
        Assert.Equal("noindex", page.One("meta[name=robots]").GetAttribute("content"));
    }

    [Fact]
    public async Task The_present_has_no_day_in_its_links_and_may_be_indexed()
    {
        var page = await Page(Second, First);

        Assert.DoesNotContain(page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!), address => address.Contains("asOf", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("meta[name=robots]"));
        Assert.Equal("https://ledger.example.org/weeks/2017-02-04", page.One("link[rel=canonical]").GetAttribute("href"));
    }

    [Fact]
    public async Task To_cite_the_present_means_to_name_its_day()
    {
        var cited = (await Page(Second, First)).One("section[aria-labelledby=cite]");

        Assert.Contains("“The week of February 4–10, 2017”, as known on February 13, 2017.", cited.Words(), StringComparison.Ordinal);
        Assert.Equal("/weeks/2017-02-04?asOf=2017-02-13", cited.One("a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("‮gnissim")]
    public async Task Text_from_a_report_stays_text(string hostile)
    {
        var place = new Jurisdiction("tx-hostile", hostile, "TX", JurisdictionKind.City, null);
        var page = await Page(Second with { Listings = [Made.Listing(place, hostile)], Notices = [new Notice(hostile, Made.Source(1))] }, First);

        Assert.Empty(page.QuerySelectorAll("main script, main img"));
        Assert.Equal(hostile, page.One("blockquote bdi").TextContent);
        Assert.Contains(page.QuerySelectorAll("table.rows bdi"), name => name.TextContent == hostile);
    }

    [Fact]
    public async Task Nothing_is_inline_that_the_policy_forbids()
    {
        var page = await Page(Second, First);

        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    private static Task<IHtmlDocument> Page(WeeklyReport report, WeeklyReport previous, DateTimeOffset? asOf = null)
    {
        var (a, b) = (Made.Published(previous), Made.Published(report));
        PageContext context = Made.Context($"/weeks/{report.Period}", asOf);
        return Rendering.Document<WeekPage, WeekModel>(WeekModel.Of(Made.View(a, b), b, a), context);
    }
}
