using System.Text;
using System.Text.Json;
using Azure.Core.Pipeline;
using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Publishing;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Intake;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Storage.Tests.Faults;

/// <summary>One instance of the app, on a ledger that others may use too, with its own connection to storage.</summary>
internal sealed class FaultyInstance : IDisposable
{
    private static readonly NameResolver Places = new(JurisdictionRegister.Default);
    private static readonly ReadingLimits Limits = new();

    public FaultyInstance(Storage storage, string name, HttpPipelinePolicy? policy = null, int retries = 0)
    {
        // The same moment for every instance, so that the same events make the same ledger.
        var time = new FakeTimeProvider(Made.Morning);
        Ledger = storage.Open(name, policy, time: time, retries: retries);
        var blobs = storage.Blobs(policy, retries);
        Archive = new BlobArchive(blobs, Options.Create(new LedgerStorageOptions()), time);
        var reader = new ReportReader(Places, Limits);
        var ingestor = new ReportIngestor(Ledger, Ledger, Archive, reader, Limits, time);
        var options = Options.Create(new IngestOptions { RetryAfter = TimeSpan.Zero });
        Intake = new ReportIntake(ingestor, options, time);
        Retries = new ReportRetries(storage.Tables(name, policy, retries), Ledger, ingestor, Intake, blobs, options, RetryTime);
        Rereader = new Rereader(Ledger, Ledger, Archive, reader, time);
        Digests = new WeeklyDigest(Ledger, new WeekQueries(Ledger), Ledger, time);
        Reports = blobs.GetBlobContainerClient(Containers.Reports);
    }

    public TableLedger Ledger { get; }

    public BlobArchive Archive { get; }

    public ReportIntake Intake { get; }

    public ReportRetries Retries { get; }

    /// <summary>The clock by which retries are due. It isn't that of what the ledger records.</summary>
    public FakeTimeProvider RetryTime { get; } = new(Made.Morning);

    public Rereader Rereader { get; }

    public WeeklyDigest Digests { get; }

    public Azure.Storage.Blobs.BlobContainerClient Reports { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task Read(string blob) => await Intake.TryOnce(Reports.GetBlobClient(blob), Cancellation);

    /// <summary>A file that an earlier reader read with a row less.</summary>
    public async Task PublishMisread(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        await Archive.Keep(sha256, bytes, Cancellation);
        var reading = (Reading.Report)new ReportReader(Places, Limits).Read(new ReportFile(Made.Id(1), "misread.json", bytes), Cancellation);
        var report = reading.Facts with { Declines = [.. reading.Facts.Declines.Skip(1)] };
        var source = new RevisionSource(Made.Id(1), "misread.json", sha256, null);
        await Ledger.Publish(new Edition(report, FactsFingerprint.Of(report), source, Made.Morning, null, reading.Remarks) { Reader = "1" }, Cancellation);
    }

    /// <summary>Everything that readers can see, apart from arrivals.</summary>
    public async Task<string> State()
    {
        var index = await Ledger.ReadIndex(Cancellation);
        var state = new StringBuilder();
        var places = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var revision in index.Now.Weeks.SelectMany(week => index.Now.Revisions(week.Week)))
        {
            state.AppendLine(JsonSerializer.Serialize(revision));
            var report = await Ledger.ReadReport(revision, Cancellation);
            state.AppendLine(JsonSerializer.Serialize(report.Report)).AppendLine(JsonSerializer.Serialize(report.Remarks));
            state.AppendLine(JsonSerializer.Serialize(await Ledger.ReadCounts([revision], Cancellation)));
            places.UnionWith(JurisdictionWeeks.Of(report.Report, revision.Reading).Select(facts => facts.Jurisdiction.Id!));
        }

        foreach (var place in places)
            state.AppendLine(JsonSerializer.Serialize(JurisdictionHistories.Of(index.Now, await Ledger.ReadJurisdiction(place, Cancellation))));
        foreach (var notice in index.Now.Notices) state.AppendLine(JsonSerializer.Serialize(notice));
        foreach (var digest in await Ledger.ListDigests(Cancellation))
            state.AppendLine(JsonSerializer.Serialize(await Ledger.FindDigest(digest.Week, digest.Revision, Cancellation)));
        return state.ToString();
    }

    public async Task<string> Arrivals() => string.Join('\n', (await Ledger.ListArrivals(1000, null, Cancellation)).Select(arrival =>
        $"{arrival with { Checks = [] }} {JsonSerializer.Serialize(arrival.Checks)}"));

    public void Dispose() => Ledger.Dispose();
}
