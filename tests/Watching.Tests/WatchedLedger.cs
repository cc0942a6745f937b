using Azure.Storage.Blobs;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Storage;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Intake;
using DetainerLedger.Storage.Watching;
using DetainerLedger.Watching.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Watching.Tests;

/// <summary>A ledger of its own on the emulator, what watches its sources, and what ingests the files that are dropped.</summary>
internal sealed class WatchedLedger : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2017, 4, 10, 9, 0, 0, TimeSpan.Zero);

    private readonly Emulator _emulator;
    private readonly string _name;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly List<ServiceProvider> _instances = [];
    private readonly HashSet<string> _ingested = [];
    private readonly ReportIntake _intake;
    private readonly BlobContainerClient _reports;
    private readonly HashSet<string> _before;

    private WatchedLedger(Emulator emulator, string name, IReadOnlyDictionary<string, string?> settings, HashSet<string> before)
    {
        (_emulator, _name, _settings, _before) = (emulator, name, settings, before);
        _reports = emulator.Blobs.GetBlobContainerClient(Containers.Reports);
        var instance = Instance();
        (Ledger, Captures) = (instance.GetRequiredService<TableLedger>(), instance.GetRequiredService<ICaptureStore>());
        Watcher = instance.GetRequiredService<Watcher>();
        Backfill = instance.GetRequiredService<Backfill>();
        var limits = new ReadingLimits();
        var reader = new ReportReader(new NameResolver(JurisdictionRegister.Default), limits);
        var ingestor = new ReportIngestor(Ledger, Ledger, instance.GetRequiredService<IFileArchive>(), reader, limits, Time);
        _intake = new ReportIntake(ingestor, Options.Create(new IngestOptions()), Time);
    }

    public FakeTimeProvider Time { get; } = new(Start);

    public TableLedger Ledger { get; }

    public ICaptureStore Captures { get; }

    public Watcher Watcher { get; }

    public Backfill Backfill { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<WatchedLedger> Watch(Emulator emulator, TestSite site, params (string Name, string Value)[] more) => Open(
        emulator, [("Sources:0:Page", site.At("/reports")), ("Sources:0:Link", @"\.json$"), .. more]);

    public static async Task<WatchedLedger> Open(Emulator emulator, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Sources:Contact"] = "https://ledger.example/contact",
            ["Sources:AllowLocal"] = "true",
            ["Sources:Pause"] = "00:00:00",
        };
        foreach (var (setting, value) in settings) all[setting] = value;
        var name = emulator.NewName();
        await emulator.Tables(name).Create(Cancellation);
        var reports = emulator.Blobs.GetBlobContainerClient(Containers.Reports);
        await reports.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await emulator.Blobs.GetBlobContainerClient(Containers.Originals).CreateIfNotExistsAsync(cancellationToken: Cancellation);
        // The container is shared: other tests have dropped files.
        var before = new HashSet<string>();
        await foreach (var blob in reports.GetBlobsAsync(cancellationToken: Cancellation)) before.Add(blob.Name);
        return new WatchedLedger(emulator, name, all, before);
    }

    /// <summary>What an instance of the app has of its own: its client and its memory.</summary>
    public ServiceProvider Instance(TimeProvider? time = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build());
        services.AddSingleton(time ?? Time);
        services.AddSingleton(new ReadingLimits { Bytes = 1024 * 1024 });
        services.AddSingleton(_emulator.Tables(_name));
        services.AddSingleton(Options.Create(new LedgerStorageOptions { TablePrefix = _name, FreshForSeconds = 0 }));
        services.AddSingleton<TableLedger>();
        services.AddSingleton(_emulator.Blobs);
        services.AddSingleton<IFileArchive, BlobArchive>();
        services.AddSingleton<ICaptureStore, TableCaptures>();
        services.AddSingleton<IMementoStore, TableMementos>();
        services.AddSingleton<ILookLease, TableLease>();
        services.AddWatching();
        more?.Invoke(services);
        var instance = services.BuildServiceProvider();
        _instances.Add(instance);
        return instance;
    }

    /// <summary>Looks, and ingests what was dropped.</summary>
    /// <param name="after">The time since the look before.</param>
    /// <returns>The captures of this look.</returns>
    public async Task<IReadOnlyList<Capture>> Look(TimeSpan? after = null)
    {
        Time.Advance(after ?? TimeSpan.FromHours(1));
        var captures = (await Watcher.LookAtDue(Cancellation)).SelectMany(look => look.Captures).ToList();
        await Ingest();
        return captures;
    }

    /// <summary>Ingests what was dropped since the last time.</summary>
    public async Task<IReadOnlyList<Arrival>> Ingest()
    {
        var arrivals = new List<Arrival>();
        await foreach (var blob in _reports.GetBlobsAsync(cancellationToken: Cancellation))
            if (!_before.Contains(blob.Name) && blob.Name.StartsWith("seen/", StringComparison.Ordinal) && await IsOurs(blob.Name) && _ingested.Add(blob.Name))
                arrivals.Add((await _intake.TakeIn(_reports.GetBlobClient(blob.Name), Cancellation)).Arrival!);
        return arrivals;
    }

    public async Task<LedgerView> View(DateTimeOffset? asOf = null) => await Ledger.ReadView(asOf, Cancellation);

    public Task<IReadOnlyList<Arrival>> Arrivals() => Ledger.ListArrivals(1000, null, Cancellation);

    public async Task<WatchedSource> Source() => Assert.Single(await Captures.ListSources(Cancellation));

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances) await instance.DisposeAsync();
    }

    /// <summary>The authority of the sites of this test.</summary>
    public List<string> Sites { get; } = [];

    // Tests run at the same time, each with servers of its own.
    private async Task<bool> IsOurs(string blob)
    {
        var metadata = (await _reports.GetBlobClient(blob).GetPropertiesAsync(cancellationToken: Cancellation)).Value.Metadata;
        return SightingMetadata.TryParseAddress(metadata["sourceAddress"], out var address) && Sites.Contains(new Uri(address).Authority);
    }
}
