using Acceptance.App;

namespace Acceptance;

/// <summary>The app with an OTLP endpoint named. What the signals say is tested beside the app.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private Collector? _collector;
    private TheApp? _app;

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.Start();
        _app = new TheApp { MoreSettings = _collector.Settings };
        await _app.InitializeAsync();
    }

    [Fact]
    public async Task Traces_metrics_and_logs_of_an_upload_arrive_where_they_are_sent()
    {
        var id = (await _app!.TakeSample(Samples.SecondWeek)).Text("id")!;

        var traces = await _collector!.Await("traces", "ingest report");
        Assert.Contains(id, traces, StringComparison.Ordinal);
        Assert.Contains("the-ledger", traces, StringComparison.Ordinal);
        await _collector.Await("traces", "function ReportUploaded");
        await _collector.Await("traces", "function PostReport");
        await _collector.Await("metrics", "ledger.reading.duration");
        await _collector.Await("logs", $"({id}) is Published");
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_collector is not null) await _collector.DisposeAsync();
    }
}
