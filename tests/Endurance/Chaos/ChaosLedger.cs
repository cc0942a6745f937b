using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OneMachine;

namespace Endurance.Chaos;

/// <summary>An emulator and the hosts on it, each with its own connection to storage.</summary>
internal sealed class ChaosLedger : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-chaos-").FullName;
    private Azurite? _azurite;

    public List<AppHost> Hosts { get; } = [];

    public List<StorageProxy> Proxies { get; } = [];

    private BlobContainerClient Reports => new(_azurite!.ConnectionString, "reports");

    public static async Task<ChaosLedger> Start(int hosts, Action<string> onLine)
    {
        var ledger = new ChaosLedger();
        ledger._azurite = await Azurite.Start(Path.Combine(ledger._folder, "azurite"), withMovableClock: true);
        await ledger.Reports.CreateIfNotExistsAsync();
        for (var i = 0; i < hosts; i++)
        {
            var proxy = StorageProxy.Start(ledger._azurite.ConnectionString);
            ledger.Proxies.Add(proxy);
            // A run that fails is given to the next attempt soon, as nobody here waits for hours.
            var settings = new Dictionary<string, string> { ["Ledger__Ingest__RetryFor"] = "00:00:20", ["Ledger__Ingest__RetryAfter"] = "00:00:00", ["Ledger__FreshForSeconds"] = "0" };
            ledger.Hosts.Add(new AppHost(proxy.ConnectionString, "chaos", settings, onLine));
        }

        foreach (var host in ledger.Hosts) await host.Start();
        return ledger;
    }

    public async Task Drop(ChaosFile file)
    {
        var metadata = file.ReleasedOn is { } day ? new Dictionary<string, string> { ["releasedOn"] = ChaosFiles.Text(day) } : null;
        await Reports.GetBlobClient(file.Name).UploadAsync(new BinaryData(file.Content), new BlobUploadOptions { Metadata = metadata });
    }

    /// <summary>Messages that killed hosts had taken are visible again.</summary>
    public Task PassElevenMinutes() => _azurite!.PassElevenMinutes();

    /// <summary>Waits until every file is settled. Retries are run by hand, since nobody here waits for their timer.</summary>
    public async Task<IReadOnlyList<JsonNode>> Settle(int files, TimeSpan limit)
    {
        using var http = new HttpClient { BaseAddress = Hosts[0].Address, Timeout = TimeSpan.FromMinutes(2) };
        var began = TimeProvider.System.GetTimestamp();
        IReadOnlyList<JsonNode> arrivals = [];
        for (var round = 1; TimeProvider.System.GetElapsedTime(began) < limit; round++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            try
            {
                arrivals = [.. (await http.GetFromJsonAsync<JsonNode>(new Uri("api/reports?limit=1000", UriKind.Relative)))!["reports"]!.AsArray().Select(row => row!)];
                if (arrivals.Select(row => (string)row["name"]!).Distinct().Count() >= files && arrivals.All(row => (string)row["state"]! != "received")) return arrivals;
                if (round % 10 == 0) await RunRetries(http);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
            {
                // It has just been started.
            }
        }

        var waiting = string.Join(", ", arrivals.Where(row => (string)row["state"]! == "received").Select(row => row.ToJsonString()));
        throw new InvalidOperationException($"After {limit}, {arrivals.Count} arrivals are known, and these wait: {waiting}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts) await host.DisposeAsync();
        foreach (var proxy in Proxies) await proxy.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task RunRetries(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("admin/functions/RetryReports", UriKind.Relative)) { Content = JsonContent.Create(new { }) };
        request.Headers.Add("x-functions-key", AppHost.Key);
        using var answer = await http.SendAsync(request);
    }
}
