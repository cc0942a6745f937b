using System.Text;
using Acceptance.App;

namespace Acceptance;

/// <summary>A page that publishes a report, replaces it, and takes it down: the app sees it all, through its own host.</summary>
public sealed class WatchTests(WatchedApp watched) : IClassFixture<WatchedApp>
{
    private const string Week = "2017-03-04";
    private const string File = "/report.json";

    [Fact]
    public async Task A_report_that_appears_changes_and_disappears_is_dropped_and_told_of()
    {
        var app = watched.App;
        watched.Site.Serve(WatchedApp.Page, Encoding.UTF8.GetBytes($"<a href=\"{File}\">Report</a>"), "text/html");
        watched.Site.Serve(File, SmallReport.Of(Week, 100, ["Travis County, Texas"], []));

        var first = await watched.LookUntil("new");
        var arrival = await app.Settled($"/api/reports/{first.Text("reportId")}");
        Assert.Equal(("published", watched.Site.At(File), first.Text("at")), (arrival.Text("state"), arrival.Text("sourceAddress"), arrival.Text("seenAt")));

        watched.Site.Serve(File, SmallReport.Of(Week, 101, ["Travis County, Texas"], []));
        var changed = await watched.LookUntil("changed");
        await app.Settled($"/api/reports/{changed.Text("reportId")}");
        watched.Site.Remove(File);
        await watched.LookUntil("withdrawn");

        var summary = await app.Await($"/api/weeks/{Week}", week => week.Rows("fileEvents").Count == 2);
        Assert.Equal((101, watched.Site.At(File)), (summary.Number("detainersIssued"), summary.Text("sourceAddress")));
        Assert.Equal(["file.changed", "file.withdrawn"], summary.Rows("fileEvents").Select(file => file.Text("type")));
        var revisions = (await app.Read($"/api/weeks/{Week}/revisions")).Rows("revisions");
        Assert.Equal([changed.Text("at"), first.Text("at")], revisions.Select(revision => revision.Text("seenAt")));
        var before = await app.Read($"/api/weeks/{Week}?asOf={Uri.EscapeDataString(first.Text("at")!)}");
        Assert.Equal((100, 0), (before.Number("detainersIssued"), before.Rows("fileEvents").Count));

        var feed = await app.ReadText("/api/feed");
        Assert.Contains("File withdrawn: week of March 4, 2017", feed, StringComparison.Ordinal);
        Assert.Contains("File changed in place: week of March 4, 2017", feed, StringComparison.Ordinal);
        var source = Assert.Single((await app.Read("/api/sources")).Rows("sources"));
        Assert.Equal((watched.Site.At(WatchedApp.Page), "page", 200), (source.Text("source"), source.Text("kind"), source.Number("status")));
        await app.RunDigest();
        var digest = await app.Await($"/api/digests", digests => digests.Rows("digests").Count > 0);
        Assert.Equal(Week, digest.Text("digests.0.week"));
        Assert.Contains("the report was no longer at the agency's address", await app.ReadText($"/api/digests/{Week}?format=text"), StringComparison.Ordinal);
    }
}
