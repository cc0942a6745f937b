using System.Text.Json.Nodes;
using Acceptance.App;

namespace Acceptance;

/// <summary>A page that <c>eng/run --source</c> watches.</summary>
public sealed class RunSourceTests : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"detainer-ledger-{Path.GetRandomFileName()}");
    private WebSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await WebSite.Start();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task What_the_page_links_is_published_and_its_withdrawal_is_noticed()
    {
        _site.Serve("/reports", "<a href='week.json'>Report</a>"u8.ToArray(), "text/html");
        _site.Serve("/week.json", SmallReport.Of("2017-03-04", 100, ["Travis County, Texas"], []));
        await using var run = RunCommand.Start("--data", _data, "--port", "0", "--no-samples", "--source", _site.At("/reports"), "--every", "1");
        var address = (await run.WaitFor("Ready: "))["Ready: ".Length..];
        using var http = new HttpClient { BaseAddress = new Uri(address) };

        var week = await Until(http, "/api/weeks?limit=1", weeks => weeks.Rows("weeks").Count == 1);
        Assert.Equal(_site.At("/week.json"), week.Text("weeks.0.sourceAddress"));
        _site.Remove("/week.json");
        await Until(http, "/api/captures?limit=1000", captures => captures.Rows("captures").Any(capture => capture.Text("outcome") == "withdrawn"));

        run.Terminate();
        Assert.Equal(0, await run.Ended());
    }

    private static async Task<JsonNode> Until(HttpClient http, string path, Func<JsonNode, bool> holds)
    {
        JsonNode answer = new JsonObject();
        for (var i = 0; i < 240; i++)
        {
            answer = JsonNode.Parse(await http.GetByteArrayAsync(path, TestContext.Current.CancellationToken))!;
            if (holds(answer)) return answer;
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{path} still answers {answer.ToJsonString()}");
        return answer;
    }
}
