using System.IO.Compression;
using System.Net;
using System.Text;
using DetainerLedger.Functions.Ingest;
using DetainerLedger.Ingest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Logs;

namespace DetainerLedger.Functions.Tests.Telemetry;

/// <summary>What Application Insights is sent of a log entry: the alerts of infra/ select entries by it.</summary>
public sealed class ExportedEventTests
{
    [Fact]
    public async Task An_entry_carries_its_event_id_and_category_with_an_exception_and_without()
    {
        var port = Random.Shared.Next(20_000, 30_000);
        using var endpoint = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        endpoint.Start();
        var received = Receive(endpoint);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [TelemetryExport.ApplicationInsights] =
                $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:{port}/;LiveEndpoint=http://127.0.0.1:{port}/",
        });
        builder.AddTelemetry();
        builder.Services.AddSingleton<IntakeLog>();
        using var app = builder.Build();
        // The exporter is attached when the host starts.
        await app.StartAsync(TestContext.Current.CancellationToken);

        app.Services.GetRequiredService<IntakeLog>().Write("a.pdf", Facts.Arrival with { State = ArrivalState.Rejected, Error = new("damaged-file", "It is.") }, null);
        app.Services.GetRequiredService<IntakeLog>().Write("b.pdf", Facts.Arrival, new InvalidOperationException("A fault."));
        app.Services.GetRequiredService<LoggerProvider>().ForceFlush();

        var sent = await received.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        foreach (var (kind, id) in new[] { ("MessageData", "1002"), ("ExceptionData", "1005") })
        {
            var entry = Assert.Single(sent.Split('\n'), line => line.Contains($"\"EventId\":\"{id}\"", StringComparison.Ordinal));
            Assert.Contains(kind, entry, StringComparison.Ordinal);
            Assert.Contains("\"CategoryName\":\"DetainerLedger.Functions.Ingest.IntakeLog\"", entry, StringComparison.Ordinal);
        }
    }

    // Until both entries are there.
    private static async Task<string> Receive(HttpListener endpoint)
    {
        var sent = new StringBuilder();
        while (!sent.ToString().Contains("\"EventId\":\"1005\"", StringComparison.Ordinal))
        {
            var context = await endpoint.GetContextAsync();
            var body = context.Request.Headers["Content-Encoding"] == "gzip"
                ? new GZipStream(context.Request.InputStream, CompressionMode.Decompress)
                : context.Request.InputStream;
            using var text = new StreamReader(body);
            sent.Append(await text.ReadToEndAsync()).Append('\n');
            context.Response.StatusCode = 200;
            context.Response.Close("""{"itemsReceived":1,"itemsAccepted":1,"errors":[]}"""u8.ToArray(), willBlock: false);
        }

        return sent.ToString();
    }
}
