using System.Diagnostics;
using System.Globalization;
using System.Net;
using Acceptance.App;
using OneMachine;

namespace Acceptance;

/// <summary>Storage is away for a while, in two ways: connections are reset, or accepted and never answered.</summary>
public sealed class StaleReadTests : IAsyncLifetime
{
    private static readonly string[] Known =
        ["/api/weeks/latest", "/api/weeks", "/api/jurisdictions/tx-travis-county/history", "/api/jurisdictions/tx-travis-county/history?format=csv"];

    private readonly TheApp _app = new() { HasProxy = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Readers_get_what_is_in_memory_and_everything_recovers()
    {
        await _app.Take("first.json", SmallReport.Of("2017-03-04", 101, ["Travis County, Texas"], []));
        var bodies = await Task.WhenAll(Known.Select(path => _app.ReadText(path)));

        foreach (var outage in new[] { StorageProxy.Outage.Reset, StorageProxy.Outage.Hang })
        {
            _app.Proxy.TakeAway(outage);
            // Dropped past the proxy, as if by somebody whose storage works.
            var name = $"{outage}.json";
            var week = outage == StorageProxy.Outage.Reset ? "2017-03-11" : "2017-03-18";
            await _app.Reports().GetBlobClient(name).UploadAsync(new BinaryData(SmallReport.Of(week, 102, ["Travis County, Texas"], [])), Cancellation);

            await AssertStale(bodies);
            await Problem("GET", "/api/health");
            await Problem("GET", "/api/jurisdictions/co-denver/history");
            await Problem("GET", "/api/reports");
            // Storage that hangs is given up after a minute, which is too long for a test.
            if (outage == StorageProxy.Outage.Reset) await Problem("POST", "/api/reports?name=refused.json");

            _app.Proxy.GiveBack();
            await Until(async () => (await _app.Get("/api/health")).StatusCode == HttpStatusCode.OK);
            await Until(async () => (await _app.Get("/api/weeks/latest")).Header("X-Ledger-Stale") is null);
            await Until(async () => (await _app.Read("/api/reports")).Rows("reports").Any(report => report.Text("name") == name && report.Text("state") == "published"));
            bodies = await Task.WhenAll(Known.Select(path => _app.ReadText(path)));
            Assert.Contains(week, bodies[0], StringComparison.Ordinal);
            Assert.DoesNotContain((await _app.Read("/api/reports")).Rows("reports"), report => report.Text("name") == "refused.json");
        }
    }

    // Thirty at a time: no request waits for the others.
    private async Task AssertStale(string[] bodies)
    {
        for (var round = 0; round < 2; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, 30).Select(async request =>
            {
                using var answer = await _app.Get(Known[request % Known.Length]);
                Assert.Equal((HttpStatusCode.OK, "true"), (answer.StatusCode, answer.Header("X-Ledger-Stale")));
                Assert.InRange(int.Parse(answer.Header("Age")!, CultureInfo.InvariantCulture), 0, 600);
                Assert.Equal(bodies[request % Known.Length], await answer.Content.ReadAsStringAsync(Cancellation));
            }));
            // Five seconds, and what a busy machine adds.
            Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 40);
        }
    }

    private async Task Problem(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST") request.Content = new ByteArrayContent(SmallReport.Of("2017-04-01", 1, [], []));
        request.Headers.Add("x-functions-key", TheApp.Key);
        using var answer = await _app.Http.SendAsync(request, Cancellation);
        Assert.Equal("storage-unavailable", (await answer.Problem(HttpStatusCode.ServiceUnavailable)).Text("code"));
        Assert.Null(answer.Header("X-Ledger-Stale"));
    }

    private async Task Until(Func<Task<bool>> happened)
    {
        for (var i = 0; i < 360; i++)
        {
            if (await happened()) return;
            await Task.Delay(500, Cancellation);
        }

        Assert.Fail(_app.Output);
    }
}
