using Acceptance.App;

namespace Acceptance;

public sealed class RestartTests : IAsyncLifetime
{
    private readonly TheApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Keeps_everything_and_reads_nothing_twice()
    {
        await _app.TakeSample(Samples.FirstWeek);
        await _app.TakeSample(Samples.SecondWeek);
        await _app.Take("garbage.bin", [1, 2, 3]);
        await _app.RunDigest();
        await _app.Await("/api/digests", digests => digests.Rows("digests").Count == 1);
        string[] paths =
        [
            "/api/reports", "/api/weeks", "/api/weeks/2017-02-04", "/api/weeks/2017-01-28/report",
            "/api/digests", "/api/digests/2017-02-04",
            "/api/jurisdictions/tx-travis-county/history",
        ];
        var before = await Task.WhenAll(paths.Select(path => _app.ReadText(path)));

        await _app.Restart();

        Assert.Equal(before, await Task.WhenAll(paths.Select(path => _app.ReadText(path))));
        // The trigger looks at every blob before it comes to this one.
        await _app.TakeSample(Samples.ThirdWeek);
        Assert.Equal(4, (await _app.Read("/api/reports")).Rows("reports").Count);
        foreach (var read in new[] { Samples.ReportOf(Samples.FirstWeek), Samples.ReportOf(Samples.SecondWeek), "garbage.bin" })
            Assert.DoesNotContain(read, _app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_arrived_before_a_power_cut_is_read_after_it()
    {
        var arrival = await _app.Upload("report.pdf", Samples.Bytes(Samples.ReportOf(Samples.FirstWeek)));

        await _app.KillAndRestart();

        var settled = await _app.Settled(arrival);
        // Had it been published just before the cut, it would have stayed so.
        Assert.Equal("published", settled.Text("state"));
        Assert.Equal(1, settled.Number("revision"));
        Assert.Equal(206, (await _app.Read($"/api/weeks/{Samples.FirstWeek}")).Number("detainersDeclined"));
        Assert.Single((await _app.Read("/api/reports")).Rows("reports"));
    }
}
