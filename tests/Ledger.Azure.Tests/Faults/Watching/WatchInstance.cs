using System.Text.Json;
using Azure.Core.Pipeline;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Storage.Watching;
using DetainerLedger.Watching;
using DetainerLedger.Watching.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage.Tests.Faults.Watching;

/// <summary>One instance of the app that watches a page, with its own connections to storage and to the page.</summary>
internal sealed class WatchInstance : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public WatchInstance(Storage storage, string name, string page, TimeProvider time, HttpPipelinePolicy? policy = null, int retries = 0)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sources:Contact"] = "https://ledger.example/contact",
            ["Sources:AllowLocal"] = "true",
            ["Sources:Pause"] = "00:00:00",
            ["Sources:0:Page"] = page,
            ["Sources:0:Link"] = @"\.json$",
        }).Build());
        services.AddSingleton(time).AddSingleton(new ReadingLimits());
        services.AddSingleton(storage.Tables(name, policy, retries)).AddSingleton(storage.Blobs(policy, retries));
        services.AddSingleton(Options.Create(new LedgerStorageOptions { TablePrefix = name, FreshForSeconds = 0 }));
        services.AddSingleton<TableLedger>();
        services.AddSingleton<IFileArchive, BlobArchive>();
        services.AddSingleton<ICaptureStore, TableCaptures>();
        services.AddSingleton<IMementoStore, TableMementos>();
        services.AddSingleton<ILookLease, TableLease>();
        services.AddWatching();
        _services = services.BuildServiceProvider();
    }

    public Watcher Watcher => _services.GetRequiredService<Watcher>();

    public Backfill Backfill => _services.GetRequiredService<Backfill>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The events that readers see, without the moments.</summary>
    public async Task<string> Events() => JsonSerializer.Serialize(
        (await _services.GetRequiredService<TableLedger>().ReadIndex(Cancellation)).Now.Files
        .Select(file => $"{file.Kind} {Path(file.Address)} {file.Sha256[..6]} {file.Before?[..6]} {file.Status}"));

    /// <summary>The captures, each once, without the moments and those that found the same.</summary>
    public async Task<string> Captures()
    {
        var captures = await _services.GetRequiredService<ICaptureStore>().ListCaptures(null, 1000, null, Cancellation);
        return string.Join(", ", captures.Reverse().Where(capture => capture.Outcome != CaptureOutcome.Same).Select(capture =>
            $"{capture.Outcome} {Path(capture.Address)} {capture.Sha256?[..6]} {capture.Status} {(capture.ReportId is null ? "" : "dropped")}").Distinct());
    }

    /// <summary>When the source was last looked at successfully.</summary>
    public async Task<DateTimeOffset?> ReadAt() => (await _services.GetRequiredService<ICaptureStore>().ListSources(Cancellation)) is [var source] ? source.LastReadAt : null;

    /// <summary>The mementos, and whether each was dropped.</summary>
    public async Task<IReadOnlyList<string>> Mementos(string timeMap) => [.. (await _services.GetRequiredService<IMementoStore>().List(timeMap, Cancellation))
        .Select(memento => $"{memento.At:yyyy-MM-dd} {memento.Sha256?[..6]} {memento.IsDropped}")];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string Path(string address) => System.IO.Path.GetFileName(new Uri(address).AbsolutePath);
}
