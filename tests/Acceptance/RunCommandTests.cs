using System.Net;
using System.Text.Json.Nodes;
using Acceptance.App;
using Azure.Storage.Blobs;

namespace Acceptance;

/// <summary>The one command that runs everything on one machine.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"detainer-ledger-{Path.GetRandomFileName()}");

    private string[] Anywhere => ["--data", _data, "--port", "0"];

    public void Dispose()
    {
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Once_prints_the_three_weeks_and_the_digest_and_ends()
    {
        await using var run = RunCommand.StartWithBuild([.. Anywhere, "--once"]);

        Assert.Equal(0, await run.Ended());
        foreach (var (week, issued, declined, listed) in new[]
                 {
                     (Samples.FirstWeek, "3,083", "206", "117"),
                     (Samples.SecondWeek, "2,825", "47", "150"),
                     (Samples.ThirdWeek, "2,868", "65", "150"),
                 })
        {
            Assert.Contains(run.Lines, line => line.Contains(week, StringComparison.Ordinal)
                && line.Contains(issued, StringComparison.Ordinal)
                && line.Contains(declined, StringComparison.Ordinal)
                && line.Contains(listed, StringComparison.Ordinal));
        }
        Assert.Contains("2,868 detainers", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Children());
    }

    [Fact]
    public async Task Serves_until_it_is_asked_to_end_and_leaves_nothing_behind()
    {
        await using var run = RunCommand.Start([.. Anywhere, "--key", "my-key"]);
        var ready = await run.WaitFor("Ready: http://localhost:");
        var lines = run.Lines.ToList();
        var storage = lines.FindIndex(line => line.Contains("BlobEndpoint=", StringComparison.Ordinal));
        Assert.InRange(storage, 0, lines.IndexOf(ready) - 1);

        using var http = new HttpClient { BaseAddress = new Uri(ready["Ready: ".Length..]) };
        var cancellation = TestContext.Current.CancellationToken;
        var week = JsonNode.Parse(await http.GetStringAsync($"/api/weeks/{Samples.SecondWeek}", cancellation));
        Assert.Equal(
            (2825, 47, 150),
            (week.Number("detainersIssued"), week.Number("detainersDeclined"), week.Number("jurisdictionsListed")));

        // As any client would: with the printed connection string, and with the key.
        await new BlobContainerClient(lines[storage].Trim(), "reports").UploadBlobAsync("dropped.bin", new BinaryData([1]), cancellation);
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/api/reports?name=uploaded.bin");
        upload.Headers.Add("x-functions-key", "my-key");
        upload.Content = new ByteArrayContent([2]);
        Assert.Equal(HttpStatusCode.Accepted, (await http.SendAsync(upload, cancellation)).StatusCode);

        var children = run.Children();
        Assert.NotEmpty(children);
        run.Terminate();
        Assert.Equal(0, await run.Ended());
        Assert.DoesNotContain(children, RunCommand.IsRunning);
    }

    [Fact]
    public async Task Started_again_on_the_same_data_it_has_everything_and_needs_no_samples()
    {
        await using (var first = RunCommand.Start([.. Anywhere, "--once"])) Assert.Equal(0, await first.Ended());

        await using var run = RunCommand.Start([.. Anywhere, "--no-samples"]);
        var ready = await run.WaitFor("Ready: http://localhost:");

        Assert.Contains(run.Lines, line => line.Contains(Samples.SecondWeek, StringComparison.Ordinal)
            && line.Contains("2,825", StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = new Uri(ready["Ready: ".Length..]) };
        var reports = JsonNode.Parse(await http.GetStringAsync("/api/reports", TestContext.Current.CancellationToken));
        Assert.Equal(4, reports.Rows("reports").Count);
        run.Terminate();
        Assert.Equal(0, await run.Ended());
    }

    [Fact]
    public async Task Says_what_is_wrong_with_an_option()
    {
        await using var run = RunCommand.Start("--no-such-option");

        Assert.Equal(2, await run.Ended());
        Assert.Contains("--no-such-option", run.Output, StringComparison.Ordinal);
    }
}
