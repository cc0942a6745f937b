using DetainerLedger.Pages.Layout;

namespace DetainerLedger.Pages.Tests;

public sealed class LinkTests
{
    [Theory]
    [InlineData("/weeks", "/weeks?asOf=2017-03-28")]
    [InlineData("/search?q=a", "/search?q=a&asOf=2017-03-28")]
    [InlineData("/about#words", "/about?asOf=2017-03-28#words")]
    [InlineData("/about#what?", "/about?asOf=2017-03-28#what?")]
    public void The_day_is_in_the_query_and_before_the_fragment(string path, string link) =>
        Assert.Equal(link, new Links(Made.EndOf(2017, 3, 28)).To(path));

    [Fact]
    public void An_instant_keeps_all_its_digits()
    {
        var instant = new DateTimeOffset(2017, 3, 28, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(1);

        Assert.Equal("/?asOf=2017-03-28T10%3A00%3A00.0000001Z", new Links(instant).Home);
    }

    [Fact]
    public void The_present_adds_nothing() => Assert.Equal("/weeks", new Links(null).To("/weeks"));
}
