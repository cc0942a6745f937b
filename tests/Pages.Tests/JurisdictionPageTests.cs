using AngleSharp.Html.Dom;
using DetainerLedger.History;
using DetainerLedger.Pages.Jurisdictions;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Places;
using DetainerLedger.Queries;

namespace DetainerLedger.Pages.Tests;

public sealed class JurisdictionPageTests
{
    private static readonly PublishedReport First = Made.Published(Made.Report(Made.FirstWeek) with
    {
        Listings = [Made.Listing(Made.Travis, "Old words")],
        Declines = [Made.Declined(Made.Travis, reason: "<b>None</b>")],
    });

    private static readonly PublishedReport Second = Made.Published(Made.Report(Made.SecondWeek) with
    {
        Listings = [Made.Listing(Made.Travis, "New words")],
    });

    [Fact]
    public async Task Quotes_the_latest_listing_with_its_source()
    {
        var words = (await Page()).One("section[aria-labelledby=words]");

        Assert.Equal("In the words of the report of February 4, 2017", words.One("h2").Words());
        Assert.Equal("New words", words.One("blockquote .printed").Words());
        Assert.Contains("page 3, row 1 of ddor-2017-02-04.pdf", words.Words(), StringComparison.Ordinal);
        Assert.StartsWith("/api/reports/", words.One("a.source").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_has_what_changed_and_from_what_to_what()
    {
        var changes = (await Page()).QuerySelectorAll("ol.timeline > li").Select(Rendering.Words).ToList();

        Assert.Equal(2, changes.Count);
        Assert.StartsWith("February 4, 2017 Listed with other words than in the report before.", changes[0], StringComparison.Ordinal);
        Assert.EndsWith("Policy Old words New words", changes[0], StringComparison.Ordinal);
        Assert.StartsWith("January 28, 2017 Listed in the first report in the ledger.", changes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_shown_as_printed_with_the_agency_and_the_place_to_report_a_misreading()
    {
        var row = (await Page()).One("table.wide tbody tr");

        Assert.Contains("<b>None</b>", row.Words(), StringComparison.Ordinal);
        Assert.Equal("/agencies/tx-travis-county-jail", row.One("th a").GetAttribute("href"));
        var report = Uri.UnescapeDataString(row.One("a.misreading").GetAttribute("href")!);
        Assert.StartsWith("mailto:desk@example.org?subject=Misreading in ddor-2017-01-28.pdf&body=", report, StringComparison.Ordinal);
        Assert.Contains("Row: 7", report, StringComparison.Ordinal);
        Assert.Contains("https://ledger.example.org/jurisdictions/tx-travis-county", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_place_to_report_to_no_row_has_the_link() =>
        Assert.Empty((await Page(new SiteSettings("", null))).QuerySelectorAll("a.misreading"));

    [Fact]
    public async Task An_issue_tracker_is_filled_in_too()
    {
        var page = await Page(new SiteSettings("", "https://github.com/owner/name/issues/new"));

        Assert.All(page.QuerySelectorAll("a.misreading"), link =>
            Assert.StartsWith("https://github.com/owner/name/issues/new?title=Misreading%20in%20", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_that_no_report_names_has_a_page_that_says_so()
    {
        var harris = JurisdictionRegister.Default.FindCounty("TX", "Harris")!;
        var model = new JurisdictionModel(new PlaceStory(harris, null, [], []), Made.View(First).Weeks, [], null, null);

        var page = await Rendering.Document<JurisdictionPage, JurisdictionModel>(model, Made.Context("/jurisdictions/tx-harris-county"));

        Assert.Equal("No report in the ledger names Harris County, Texas.", page.One("p.standfirst").Words());
        Assert.Contains("The name is right", page.Body!.Words(), StringComparison.Ordinal);
    }

    private static Task<IHtmlDocument> Page(SiteSettings? settings = null)
    {
        var view = Made.View(First, Second);
        var facts = new[] { First, Second }.SelectMany(report => JurisdictionWeeks.Of(report.Report, report.Revision.Reading))
            .Where(fact => fact.Jurisdiction == Made.Travis).ToList();
        var history = JurisdictionHistories.Of(view, facts)!;
        var story = new PlaceStory(Made.Travis, history, PlaceChanges.Of(view, facts)!.All(_ => []), []);
        var rows = history.Weeks.First(week => week.Declined > 0);
        return Rendering.Document<JurisdictionPage, JurisdictionModel>(
            new JurisdictionModel(story, view.Weeks, history.Weeks, rows, null),
            Made.Context("/jurisdictions/tx-travis-county") with { Site = settings ?? Made.Settings });
    }
}
