using System.Security.Cryptography;
using System.Text;
using Acceptance.App;
using Azure.Core.Pipeline;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Watching.Tests;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Storage.Tests.Faults.Watching;

/// <summary>A ledger, a clock, and a page of its own on a real web server.</summary>
internal sealed class WatchWorld(Storage storage, string name, TestSite site, int number) : IAsyncDisposable
{
    public const string Week = "2016-12-31";

    public static readonly byte[] First = SmallReport.Of(Week, 100, ["Travis County, Texas"], []);
    public static readonly byte[] Second = SmallReport.Of(Week, 101, ["Travis County, Texas"], []);

    private WatchInstance? _healthy;

    // Weeks before the moment at which the files are ingested.
    public FakeTimeProvider Time { get; } = new(Made.Morning.AddDays(-20));

    public TestSite Site => site;

    /// <summary>The instance without faults.</summary>
    public WatchInstance Healthy => _healthy ??= Instance();

    public string Page => $"/{number}/page";

    public string File => $"/{number}/report.json";

    public string Original => $"https://agency.example/{site.Address.Port}/{number}/report.json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WatchWorld> Create(Storage storage, TestSite site, int number)
    {
        var blobs = storage.Blobs();
        await blobs.GetBlobContainerClient(Containers.Reports).CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await blobs.GetBlobContainerClient(Containers.Originals).CreateIfNotExistsAsync(cancellationToken: Cancellation);
        var world = new WatchWorld(storage, await storage.CreateLedger(), site, number);
        site.ServePage(world.Page, "report.json");
        site.Serve(world.File, First);
        return world;
    }

    public WatchInstance Instance(HttpPipelinePolicy? policy = null, int retries = 0) => new(storage, name, site.At(Page), Time, policy, retries);

    /// <summary>The look of the next hour, without faults.</summary>
    public async Task Look()
    {
        await Healthy.Watcher.LookAtDue(Cancellation);
        Time.Advance(TimeSpan.FromHours(1));
    }

    /// <summary>The dropped files of an address, by the beginning of their hashes.</summary>
    public async Task<IReadOnlyList<string>> Drops(string address) => [.. (await Blobs(address)).Select(blob => blob.Split('/')[2].Split('-')[1][..6])];

    /// <summary>What is in force when everything that was dropped has been read.</summary>
    public async Task<string> Ingest(string address)
    {
        using var ledger = new FaultyInstance(storage, name);
        foreach (var blob in await Blobs(address)) await ledger.Read(blob);
        var view = (await ledger.Ledger.ReadIndex(Cancellation)).Now;
        return string.Join(", ", view.Weeks.Select(week => $"{week.Week:yyyy-MM-dd}: {week.Totals.DetainersIssued} of {view.Revisions(week.Week).Count} revisions"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_healthy is not null) await _healthy.DisposeAsync();
    }

    public static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file))[..6];

    // Their names begin with the address and the moment.
    private async Task<IReadOnlyList<string>> Blobs(string address)
    {
        var folder = $"seen/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 6))}/";
        var names = new List<string>();
        await foreach (var blob in storage.Blobs().GetBlobContainerClient(Containers.Reports).GetBlobsAsync(
            new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = folder }, Cancellation)) names.Add(blob.Name);
        return [.. names.Order(StringComparer.Ordinal)];
    }
}
