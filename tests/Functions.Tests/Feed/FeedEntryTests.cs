using System.Text;
using System.Xml.Linq;
using DetainerLedger.Functions.Api.Feed;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Tests.Feed;

public sealed class FeedEntryTests
{
    [Fact]
    public void A_total_that_is_not_stated_is_not_made_up() => Assert.Equal(
        "Detainers issued: not stated; recorded as declined: 47; jurisdictions listed: 150.",
        FeedEntry.Of(new ReportPublished(Facts.Revision(Facts.Week) with { Totals = new WeekTotals(null, 47, 150) }, null)).Text);

    [Fact]
    public void What_no_XML_can_hold_is_marked_and_the_rest_is_kept()
    {
        var entry = new FeedEntry("tag:x", "a\u0000b\u000B\uFFFE\ud800 💥 <b>&", "", "/weeks", "/api/weeks", Facts.Moment);

        var feed = XDocument.Parse(Encoding.UTF8.GetString(AtomFeed.Write([entry], "", "", "/", path => path)));

        Assert.Equal("a\uFFFDb\uFFFD\uFFFD\uFFFD 💥 <b>&", feed.Descendants().Last(element => element.Name.LocalName == "title").Value);
    }

    [Theory]
    [InlineData(FileEventKind.Withdrawn, null, "On February 20, 2017, the page https://agency.example/ no longer linked https://agency.example/a.pdf. SHA-256 of the file: aa.")]
    [InlineData(FileEventKind.Withdrawn, 404, "On February 20, 2017, https://agency.example/a.pdf answered 404. SHA-256 of the file: aa.")]
    [InlineData(FileEventKind.Returned, null, "On February 20, 2017, https://agency.example/a.pdf had a file again. SHA-256: aa.")]
    [InlineData(FileEventKind.Changed, null, "On February 20, 2017, https://agency.example/a.pdf had another file than before. SHA-256 before: bb; now: aa.")]
    public void A_file_that_changed_at_its_source_is_an_entry(FileEventKind kind, int? status, string text)
    {
        var file = new FileEvent("1-2-x", kind, Facts.Moment, "https://agency.example/", "https://agency.example/a.pdf", "aa") { Status = status, Before = "bb" };

        Assert.Equal(text, FeedEntry.Of(new FileObserved(file, Facts.Week)).Text);
        Assert.Equal("/sources#1-2-x", FeedEntry.Of(new FileObserved(file, Facts.Week)).Page);
        Assert.Equal("/api/weeks/2017-02-04", FeedEntry.Of(new FileObserved(file, Facts.Week)).Data);
        Assert.Equal("/api/captures?source=https%3A%2F%2Fagency.example%2F", FeedEntry.Of(new FileObserved(file, null)).Data);
        Assert.EndsWith("files/1-2-x", FeedEntry.Of(new FileObserved(file, null)).Id, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_feed_of_a_place_a_report_leads_to_the_page_of_that_and_its_id_is_the_same()
    {
        var report = new ReportPublished(Facts.Revision(Facts.Week), null);

        Assert.Equal("/weeks/2017-02-04", FeedEntry.Of(report).Page);
        Assert.Equal("/jurisdictions/tx-travis-county#changes", FeedEntry.Of(report, "tx-travis-county").Page);
        Assert.Equal(FeedEntry.Of(report).Id, FeedEntry.Of(report, "tx-travis-county").Id);
    }

    [Fact]
    public void A_feed_of_nothing_is_one_all_the_same()
    {
        var feed = Encoding.UTF8.GetString(AtomFeed.Write([], "", "", "/", path => path));

        Assert.Contains("<updated>1970-01-01T00:00:00.000Z</updated>", feed, StringComparison.Ordinal);
    }
}
