using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using Acceptance.App;

namespace Acceptance;

[Collection(typeof(OneDatedLedger))]
public sealed class FeedTests(SampleLedger ledger, DatedLedger revised)
{
    private const StringComparison Exactly = StringComparison.Ordinal;

    [Fact]
    public async Task Lists_every_week_and_correction_of_the_samples_newest_first()
    {
        var feed = await Read(ledger.App, "/api/feed");

        Assert.Equal("tag:detainer-ledger.example,2026:feed", feed.Id);
        Assert.Equal(3, feed.Items.Count(item => item.Title.Text.StartsWith("Week of ", StringComparison.Ordinal)));
        Assert.Equal(8, feed.Items.Count(item => item.Title.Text.StartsWith("Correction to the week of January 28, 2017: ", Exactly)));
        Assert.Equal(11, feed.Items.DistinctBy(item => item.Id).Count());
        Assert.Equal(feed.Items.OrderByDescending(item => item.LastUpdatedTime), feed.Items);
        Assert.Equal(feed.Items.First().LastUpdatedTime, feed.LastUpdatedTime);
    }

    [Fact]
    public async Task An_entry_has_the_totals_and_leads_to_the_facts()
    {
        var entry = Assert.Single(
            (await Read(ledger.App, "/api/feed")).Items, item => item.Id == "tag:detainer-ledger.example,2026:weeks/2017-02-04");

        Assert.Equal("Week of February 4, 2017", entry.Title.Text);
        Assert.Equal("Detainers issued: 2,825; recorded as declined: 47; jurisdictions listed: 150.", Text(entry));
        Assert.Equal("/weeks/2017-02-04", Link(entry, "alternate").PathAndQuery);
        Assert.Equal(2825, (await ledger.App.Read(Link(entry, "related").PathAndQuery)).Number("detainersIssued"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=TX")]
    [InlineData("?jurisdiction=tx-williamson-county")]
    public async Task Every_entry_leads_to_a_page_that_has_what_it_names(string filter)
    {
        var feed = await Read(ledger.App, $"/api/feed{filter}");
        var pages = feed.Items.Select(item => Link(item, "alternate")).Append(Assert.Single(feed.Links, link => link.RelationshipType == "alternate").Uri);

        foreach (var page in pages.Distinct())
        {
            var html = await ledger.App.ReadText(page.PathAndQuery);
            Assert.Contains("<h1", html, Exactly);
            if (page.Fragment.Length > 0) Assert.Contains($"id=\"{page.Fragment[1..]}\"", html, Exactly);
        }
    }

    [Fact]
    public async Task A_correction_says_what_it_corrects()
    {
        var entry = Assert.Single(
            (await Read(ledger.App, "/api/feed")).Items, item => item.Title.Text.EndsWith("Franklin County, Iowa", Exactly));

        Assert.StartsWith("Detainers issued: published as 5, corrected to 0. Correction to the report", Text(entry), Exactly);
    }

    [Fact]
    public async Task A_revision_is_an_entry_of_its_own_and_leaves_the_week_s_as_it_was()
    {
        var feed = await Read(revised.App, "/api/feed");

        Assert.Equal(
            ["tag:detainer-ledger.example,2026:weeks/2017-01-28/revisions/2", "tag:detainer-ledger.example,2026:weeks/2017-01-28"],
            feed.Items.Select(item => item.Id).Where(id => id.Contains("weeks/2017-01-28", StringComparison.Ordinal)));
        Assert.Equal(
            "Detainers issued: 3,084; recorded as declined: 206; jurisdictions listed: 117. "
            + "The revision before: Detainers issued: 3,083; recorded as declined: 206; jurisdictions listed: 117.",
            Text(feed.Items.First(item => item.Id.EndsWith("revisions/2", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("2017-02-05", 0)]
    [InlineData("2017-02-13", 1)]
    [InlineData("2017-02-20", 2)]
    [InlineData("2017-03-15", 3)]
    [InlineData("2017-04-01", 11)]
    public async Task Returns_what_was_known_at_the_time(string asOf, int entries) =>
        Assert.Equal(entries, (await Read(revised.App, $"/api/feed?asOf={asOf}")).Items.Count());

    [Theory]
    [InlineData("jurisdiction=tx-travis-county", 3, 0)]
    [InlineData("jurisdiction=48453", 3, 0)]
    [InlineData("jurisdiction=tx-williamson-county", 1, 1)]
    [InlineData("state=TX", 3, 2)]
    [InlineData("state=WY", 0, 0)]
    public async Task A_filter_leaves_what_concerns_the_place(string filter, int weeks, int corrections)
    {
        var items = (await Read(ledger.App, $"/api/feed?{filter}")).Items.ToList();

        Assert.Equal(weeks, items.Count(item => item.Id.Contains(":weeks/", Exactly)));
        Assert.Equal(corrections, items.Count(item => item.Id.Contains(":corrections/", Exactly)));
    }

    [Theory]
    [InlineData("state=ZZ", HttpStatusCode.BadRequest, "invalid-state")]
    [InlineData("asOf=x", HttpStatusCode.BadRequest, "invalid-as-of")]
    [InlineData("jurisdiction=tx-nowhere-county", HttpStatusCode.NotFound, "jurisdiction-not-found")]
    public async Task A_filter_that_cannot_be_right_is_refused(string filter, HttpStatusCode status, string code) =>
        Assert.Equal(code, (await ledger.App.ReadProblem($"/api/feed?{filter}", status)).Text("code"));

    [Fact]
    public async Task Links_have_the_host_of_the_request_and_never_a_forwarded_one()
    {
        using var answer = await ledger.App.Get(
            "/api/feed?state=TX&code=secret&x=1",
            "Host: ledger.example.org", "X-Forwarded-Host: evil.example.org", "X-Forwarded-Proto: https");
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("href=\"http://ledger.example.org/api/feed?state=TX\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    private static async Task<SyndicationFeed> Read(TheApp app, string path)
    {
        using var xml = XmlReader.Create(new StringReader(await app.ReadText(path)));
        return SyndicationFeed.Load(xml);
    }

    private static Uri Link(SyndicationItem item, string relation) => Assert.Single(item.Links, link => link.RelationshipType == relation).Uri;

    private static string Text(SyndicationItem item) => Assert.IsType<TextSyndicationContent>(item.Content).Text;
}
