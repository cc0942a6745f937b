using System.Diagnostics;
using Azure.Storage.Blobs;
using DetainerLedger.Functions.Api;
using DetainerLedger.Functions.Delivery;
using DetainerLedger.Functions.Digests;
using DetainerLedger.Functions.Ingest;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Storage;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneMachine;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DetainerLedger.Functions.Tests.Telemetry;

/// <summary>One run for all who look at it: what counts is the process's.</summary>
[CollectionDefinition]
public sealed class Observation : ICollectionFixture<ObservedRun>;

/// <summary>
/// The app's triggers on real storage, run once over files of every fate, and what an exporter got to see of it.
/// </summary>
public sealed class ObservedRun : IAsyncLifetime
{
    public const string Sample = "ddor2017_01-28to02-03.pdf";
    public const string Corrections = "corrections-2017-03.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("telemetry-tests-").FullName;
    private readonly List<Activity> _spans = [];
    private readonly List<LogRecord> _logs = [];
    private readonly Dictionary<string, Arrival> _arrivals = [];

    public IReadOnlyList<Activity> Spans => _spans;

    public IReadOnlyList<MetricSnapshot> Metrics { get; private set; } = [];

    public IReadOnlyList<LogRecord> Logs => _logs;

    /// <summary>What became of each file, by its name.</summary>
    public IReadOnlyDictionary<string, Arrival> Arrivals => _arrivals;

    public async ValueTask InitializeAsync()
    {
        await using var azurite = await Azurite.Start(_folder);
        var metrics = new List<MetricSnapshot>();
        using var app = Build(azurite.ConnectionString, metrics);
        await app.StartAsync();
        await TakeIn(app, Sample, await File.ReadAllBytesAsync(Path.Combine(Repository.Samples, Sample)));
        await TakeIn(app, "again.pdf", await File.ReadAllBytesAsync(Path.Combine(Repository.Samples, Sample)));
        await TakeIn(app, Corrections, await File.ReadAllBytesAsync(Path.Combine(Repository.Samples, Corrections)));
        await TakeIn(app, "private name.json", """{ "week": "a private word" }"""u8.ToArray());
        await TakeIn(app, "empty.pdf", [], replays: 1);
        await Break(app, "broken.json", "{}"u8.ToArray());
        var digest = ActivatorUtilities.CreateInstance<SendWeeklyDigest>(app.Services);
        for (var run = 0; run < 2; run++) await digest.Run(new(), CancellationToken.None);
        app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        // A stop sends them once more.
        Metrics = [.. metrics];
        await app.StopAsync();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public IEnumerable<(IReadOnlyDictionary<string, string?> Tags, MetricPoint Point)> Points(string metric) =>
        from snapshot in Metrics
        where snapshot.Name == metric
        from point in snapshot.MetricPoints
        select (Tags(point), point);

    public Activity Span(string name, string file) =>
        _spans.Single(span => span.DisplayName == name && Equals(span.GetTagItem("ledger.report.id"), _arrivals[file].Id.ToString()) && !Equals(span.GetTagItem("ledger.outcome"), "replayed"));

    public static IReadOnlyDictionary<string, string?> Tags(MetricPoint point)
    {
        var tags = new Dictionary<string, string?>();
        foreach (var (name, value) in point.Tags) tags[name] = value?.ToString();
        return tags;
    }

    private IHost Build(string storage, List<MetricSnapshot> exported)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage });
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.AddTelemetry()
            .WithTracing(tracing => tracing.AddInMemoryExporter(_spans))
            .WithMetrics(metrics => metrics.AddInMemoryExporter(exported))
            .WithLogging(logs => logs.AddInMemoryExporter(_logs));
        builder.Services.AddLedgerStorage(builder.Configuration);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddApi();
        builder.Services.AddLedger();
        builder.Services.AddDeliveries();
        return builder.Build();
    }

    private async Task TakeIn(IHost app, string name, byte[] content, int replays = 0)
    {
        var blob = await Drop(app, name, content);
        var uploaded = ActivatorUtilities.CreateInstance<ReportUploaded>(app.Services);
        for (var run = 0; run <= replays; run++) await uploaded.Run(blob, name, CancellationToken.None);
        _arrivals[name] = await Find(app, name);
    }

    private async Task Break(IHost app, string name, byte[] content)
    {
        var blob = await Drop(app, name, content);
        // An invalid limit simulates a fault in the reader.
        var limits = new ReadingLimits { Time = TimeSpan.FromSeconds(-5) };
        var reader = ActivatorUtilities.CreateInstance<ReportReader>(app.Services, limits);
        var ingestor = ActivatorUtilities.CreateInstance<ReportIngestor>(app.Services, reader, limits);
        var intake = ActivatorUtilities.CreateInstance<ReportIntake>(app.Services, ingestor);
        var uploaded = ActivatorUtilities.CreateInstance<ReportUploaded>(app.Services, intake);
        await uploaded.Run(blob, name, CancellationToken.None);
        _arrivals[name] = await Find(app, name);
    }

    private static async Task<BlobClient> Drop(IHost app, string name, byte[] content)
    {
        var blob = app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(Containers.Reports).GetBlobClient(name);
        await blob.UploadAsync(new BinaryData(content));
        return blob;
    }

    private static async Task<Arrival> Find(IHost app, string name) =>
        (await app.Services.GetRequiredService<IArrivalStore>().ListArrivals(100, null, CancellationToken.None)).Single(arrival => arrival.Name == name);
}
