using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Intake;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage.Tests;

/// <summary>One instance of the app's way in, on a ledger of its own or on one that it shares.</summary>
internal sealed class IntakeFixture : IDisposable
{
    /// <summary>An invalid limit simulates a fault in the reader.</summary>
    public static readonly ReadingLimits Faulty = new() { Time = TimeSpan.FromSeconds(-5) };

    private static readonly NameResolver Places = new(JurisdictionRegister.Default);

    private readonly Storage _storage;
    public string Name { get; }

    private IntakeFixture(Storage storage, string name, TimeProvider time, HttpPipelinePolicy? policy, ReadingLimits? limits)
    {
        (_storage, Name) = (storage, name);
        var options = Options.Create(new IngestOptions());
        Ledger = storage.Open(name, policy);
        limits ??= new ReadingLimits();
        var archive = new BlobArchive(storage.Blobs(policy), Options.Create(new LedgerStorageOptions()), time);
        Ingestor = new ReportIngestor(Ledger, Ledger, archive, new ReportReader(Places, limits), limits, TimeProvider.System);
        Intake = new ReportIntake(Ingestor, options, time);
        Retries = new ReportRetries(storage.Tables(name, policy), Ledger, Ingestor, Intake, storage.Blobs(policy), options, time);
        Reports = storage.Blobs(policy).GetBlobContainerClient(Containers.Reports);
    }

    public TableLedger Ledger { get; }

    public ReportIngestor Ingestor { get; }

    public ReportIntake Intake { get; }

    public ReportRetries Retries { get; }

    /// <summary>As the function is handed it.</summary>
    public BlobContainerClient Reports { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IntakeFixture> Create(Storage storage, TimeProvider time, HttpPipelinePolicy? policy = null, ReadingLimits? limits = null)
    {
        await new BlobArchive(storage.Blobs(), Options.Create(new LedgerStorageOptions()), TimeProvider.System).Create(Cancellation);
        return new IntakeFixture(storage, await storage.CreateLedger(), time, policy, limits);
    }

    /// <summary>Another instance on the same ledger.</summary>
    public IntakeFixture Another(TimeProvider time, HttpPipelinePolicy? policy = null, ReadingLimits? limits = null) =>
        new(_storage, Name, time, policy, limits);

    /// <summary>Drops a small report of this week under a unique name, or under a given one.</summary>
    /// <returns>The blob's name.</returns>
    public async Task<string> Drop(int issued = 100, string? over = null)
    {
        var name = over ?? $"{Path.GetRandomFileName()}/report.json";
        var report = $$"""{ "week": "2017-02-04", "period": { "start": "2017-02-04", "end": "2017-02-10" }, "detainersIssued": {{issued}}, "declines": [ { "jurisdiction": "Travis County, Texas", "agency": "Travis County Jail" } ] }""";
        await _storage.Blobs().GetBlobContainerClient(Containers.Reports).GetBlobClient(name).UploadAsync(BinaryData.FromString(report), overwrite: true, Cancellation);
        return name;
    }

    public async Task<IReadOnlyList<RetryOutcome>> RunDue() => await Retries.RunDue(Cancellation).ToListAsync(Cancellation);

    public async Task<Arrival> OnlyArrival() => Assert.Single(await Ledger.ListArrivals(10, null, Cancellation));

    public void Dispose() => Ledger.Dispose();
}
