using System.Diagnostics;
using System.Globalization;
using System.Text;
using Acceptance.App;
using OneMachine;

namespace Acceptance;

/// <summary><c>eng/backfill</c> against a running app and an archive.</summary>
public sealed class BackfillScriptTests(WatchedApp watched) : IClassFixture<WatchedApp>
{
    [Fact]
    public async Task The_script_fetches_what_an_archive_captured_and_a_second_run_fetches_nothing()
    {
        const string ArchivedWeek = "2017-03-11";
        var first = new DateTimeOffset(2017, 3, 20, 10, 0, 0, TimeSpan.Zero);
        var links = new StringBuilder("<https://agency.example/archived.json>; rel=\"original\"");
        for (var day = 0; day < 4; day++)
        {
            var at = first.AddDays(day);
            var path = $"/web/{at:yyyyMMddHHmmss}/archived.json";
            watched.Site.Serve(path, SmallReport.Of(ArchivedWeek, 200 + (day / 2), ["Travis County, Texas"], []));
            links.Append(CultureInfo.InvariantCulture, $",\n<{watched.Site.At(path)}>; rel=\"memento\"; datetime=\"{at:r}\"");
        }

        watched.Site.Serve("/timemap", Encoding.UTF8.GetBytes(links.ToString()), "application/link-format");

        Assert.Equal((0, "4/4 fetched (4 now), 2 dropped"), await Backfill());
        Assert.Equal((0, "4/4 fetched (0 now), 2 dropped"), await Backfill());

        var revisions = (await watched.App.Await($"/api/weeks/{ArchivedWeek}/revisions", week => week.Rows("revisions").Count == 2)).Rows("revisions");
        Assert.Equal([first.AddDays(2), first], revisions.Select(revision => DateTimeOffset.Parse(revision.Text("seenAt")!, CultureInfo.InvariantCulture)));
        Assert.All(revisions, revision => Assert.Equal("https://agency.example/archived.json", revision.Text("sourceAddress")));
        Assert.Equal(200, (await watched.App.Read($"/api/weeks/{ArchivedWeek}?asOf=2017-03-21")).Number("detainersIssued"));
        Assert.Equal(201, (await watched.App.Read($"/api/weeks/{ArchivedWeek}?asOf=2017-03-22")).Number("detainersIssued"));
    }

    private async Task<(int ExitCode, string Output)> Backfill()
    {
        var start = new ProcessStartInfo(
            Path.Combine(Repository.Root, "eng", "backfill"),
            [watched.Site.At("/timemap"), "--match", "/web/", "--to", watched.App.Http.BaseAddress!.AbsoluteUri])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["FUNCTION_KEY"] = TheApp.Key;
        using var script = Process.Start(start)!;
        var output = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (script.ExitCode, output.Trim());
    }
}
