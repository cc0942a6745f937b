using System.Text;
using DetainerLedger.Watching.Http;

namespace DetainerLedger.Watching.Tests;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/anything", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /reports", "/reports/a.pdf", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: detainerledger\nDisallow: /x", "/y", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: DetainerLedger/2.0\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: Other\nUser-agent: DetainerLedger\nDisallow: /x # why\n", "/x", false)]
    [InlineData("User-agent: Other\nDisallow: /", "/x", true)]
    [InlineData("\uFEFFuser-agent:*\r\ndisallow:/x\r\n", "/x", false)]
    [InlineData("no rules at all", "/x", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    public void Rules_are_read_as_the_standard_says(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsFile.Parse(Encoding.UTF8.GetBytes(robots)).Allows(path));
}
