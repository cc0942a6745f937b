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
        var entry = new FeedEntry("tag:x", "a\u0000b\u000B\uFFFE\ud800 💥 <b>&", "", "/api/weeks", Facts.Moment);

        var feed = XDocument.Parse(Encoding.UTF8.GetString(AtomFeed.Write([entry], "", "", path => path)));

        Assert.Equal("a\uFFFDb\uFFFD\uFFFD\uFFFD 💥 <b>&", feed.Descendants().Last(element => element.Name.LocalName == "title").Value);
    }

    [Fact]
    public void A_feed_of_nothing_is_one_all_the_same()
    {
        var feed = Encoding.UTF8.GetString(AtomFeed.Write([], "", "", path => path));

        Assert.Contains("<updated>1970-01-01T00:00:00.000Z</updated>", feed, StringComparison.Ordinal);
    }
}
