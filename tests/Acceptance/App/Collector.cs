using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acceptance.App;

/// <summary>An OTLP endpoint that keeps what it is sent.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
    private readonly WebApplication _server;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            // Texts stand in the messages as they are.
            using var body = new StreamReader(request.Body, Encoding.Latin1);
            _received.Enqueue((request.Path, await body.ReadToEndAsync()));
        });
    }

    /// <summary>The settings that have the app send here, soon.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _server.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_SERVICE_NAME"] = "the-ledger",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
    };

    public static async Task<Collector> Start()
    {
        var collector = new Collector();
        await collector._server.StartAsync();
        return collector;
    }

    /// <summary>Waits until a message of a signal (<c>traces</c>, <c>metrics</c>, <c>logs</c>) has this text.</summary>
    public async Task<string> Await(string signal, string text)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (true)
        {
            var found = _received.FirstOrDefault(message => message.Path == $"/v1/{signal}" && message.Body.Contains(text, StringComparison.Ordinal)).Body;
            if (found is not null) return found;
            await Task.Delay(50, timeout.Token);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
