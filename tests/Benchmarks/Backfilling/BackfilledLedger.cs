using System.Buffers;
using System.Security.Cryptography;
using Azure.Core;
using Azure.Storage.Blobs;
using DetainerLedger.Functions;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing.Json;
using DetainerLedger.Publishing;
using DetainerLedger.Storage;
using DetainerLedger.Storage.Intake;
using DetainerLedger.Storage.Tables;
using DetainerLedger.Watching;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DetainerLedger.Benchmarks.Backfilling;

/// <summary>The services of the app on an emulator, taking in what a backfill fetches.</summary>
internal sealed class BackfilledLedger : IAsyncDisposable
{
    private const string Source = "https://agency.example/reports/declined-detainers.json";
    private const string TimeMap = "https://archive.example/timemap/link/" + Source;

    private readonly ServiceProvider _services;
    private readonly RequestRecorder _recorder;

    public BackfilledLedger(string connectionString, RequestRecorder recorder)
    {
        _recorder = recorder;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLedgerStorage(configuration).AddLedger();
        services.AddAzureClients(clients => clients.ConfigureDefaults(client => client.AddPolicy(recorder, HttpPipelinePosition.BeforeTransport)));
        services.AddSingleton<TimeProvider>(new LaterTime());
        _services = services.BuildServiceProvider();
    }

    public Task Prepare() => Task.WhenAll(Get<LedgerTables>().Create(CancellationToken.None), Get<BlobArchive>().Create(CancellationToken.None));

    /// <summary>A week's report as the file that an archive returns.</summary>
    public static SeenFile File(Edition edition)
    {
        var json = new ArrayBufferWriter<byte>();
        ReportJson.Write(edition.Report, json);
        var name = Path.ChangeExtension(edition.Source.Name, ".json");
        return new SeenFile(name, Source, edition.PublishedAt, Convert.ToHexStringLower(SHA256.HashData(json.WrittenSpan)), json.WrittenMemory);
    }

    /// <summary>Does what the app does with a memento: drops the file, records that, and takes in the blob when the trigger names it.</summary>
    /// <exception cref="InvalidOperationException">The report was not published.</exception>
    public async Task TakeIn(SeenFile file)
    {
        await Get<IFileArchive>().Drop(file, CancellationToken.None);
        // The trigger's message names the blob; here, the upload does.
        var blob = new BlobUriBuilder(_recorder.Sent.Last().Address);
        var memento = new FetchedMemento($"{TimeMap}/{file.SeenAt:yyyyMMddHHmmss}", file.SeenAt, file.Sha256) { IsDropped = true };
        await Get<IMementoStore>().Keep(TimeMap, memento, CancellationToken.None);
        var client = Get<BlobServiceClient>().GetBlobContainerClient(blob.BlobContainerName).GetBlobClient(blob.BlobName);
        var outcome = await Get<ReportIntake>().TakeIn(client, CancellationToken.None);
        if (outcome.Arrival is not { State: ArrivalState.Published })
            throw new InvalidOperationException($"{file.Name} was not published: {outcome.Arrival?.State} {outcome.Arrival?.Error?.Message} {outcome.Fault}");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The clock of a day when all the weeks are over.</summary>
    private sealed class LaterTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddYears(2);
    }
}
