using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Blobs;
using Microsoft.Extensions.Options;
using OneMachine;

namespace DetainerLedger.Storage.Tests;

/// <summary>The whole way in, from a blob to the ledger, with the real reader.</summary>
public sealed class IngestTests(Storage storage) : IAsyncLifetime
{
    private const string Sample = "ddor2017_02-04to02-10.pdf";
    private static readonly NameResolver Places = new(JurisdictionRegister.Default);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await new BlobArchive(storage.Blobs(), Options.Create(new LedgerStorageOptions()), TimeProvider.System).Create(Cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_sample_is_published_and_its_file_kept()
    {
        var name = await storage.CreateLedger();
        var blob = await Drop(await ReadSample(), "2017-02-13");

        var arrival = await Ingest(name, blob);

        Assert.Equal((ArrivalState.Published, new DateOnly(2017, 2, 4), 1, "pdf"), (arrival.State, arrival.Week, arrival.Revision, arrival.Format));
        using var ledger = storage.Open(name);
        var revision = (await ledger.ReadIndex(Cancellation)).Now.Latest!;
        Assert.Equal((2825, 47, 150), (revision.Totals.DetainersIssued, revision.Totals.DetainersDeclined, revision.Totals.JurisdictionsListed));
        Assert.Equal((23, new DateOnly(2017, 2, 13)), (revision.Source.Pages, revision.ReleasedOn));
        Assert.Equal(arrival.Id, (await ledger.FindArrival(arrival.Id, Cancellation))!.Id);
        Assert.Equal((await ReadSample()).Length, (await storage.Blobs().GetBlobContainerClient(Containers.Originals).GetBlobClient(arrival.Sha256).GetPropertiesAsync(cancellationToken: Cancellation)).Value.ContentLength);
    }

    [Fact]
    public async Task Where_and_when_a_file_was_seen_is_in_the_arrival_and_the_revision_counts_from_there()
    {
        var name = await storage.CreateLedger();
        var seenAt = new DateTimeOffset(2017, 2, 13, 15, 30, 0, TimeSpan.Zero);
        var archive = new BlobArchive(storage.Blobs(), Options.Create(new LedgerStorageOptions()), TimeProvider.System);
        var content = await ReadSample();
        var seen = new SeenFile(Sample, $"https://agency.example/ddor%C3%A9.pdf?{name}", seenAt, Convert.ToHexStringLower(SHA256.HashData(content)), content);

        var id = await archive.Drop(seen, Cancellation);
        Assert.Equal(id, await archive.Drop(seen, Cancellation));

        var blobs = storage.Blobs().GetBlobContainerClient(Containers.Reports);
        BlobClient? dropped = null;
        await foreach (var blob in blobs.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, "seen/", Cancellation))
            if (Uri.UnescapeDataString(blob.Metadata["sourceAddress"]) == seen.Address) dropped = blobs.GetBlobClient(blob.Name);
        var arrival = await Ingest(name, dropped!);

        Assert.Equal((id, seen.Address, seenAt), (arrival.Id, arrival.SourceAddress, arrival.SeenAt));
        using var ledger = storage.Open(name);
        var stored = await ledger.FindArrival(id, Cancellation);
        Assert.Equal((seen.Address, seenAt), (stored!.SourceAddress, stored.SeenAt));
        var revision = (await ledger.ReadIndex(Cancellation)).Now.Latest!;
        Assert.Equal((seenAt, seen.Address, seenAt), (revision.SeenAt, revision.SourceAddress, revision.KnownFrom));
    }

    [Theory]
    [InlineData("sourceAddress", "nowhere", "invalid-source-address")]
    [InlineData("sourceAddress", "file%3A%2F%2F%2Fetc%2Fpasswd", "invalid-source-address")]
    [InlineData("seenAt", "yesterday", "invalid-seen-at")]
    [InlineData("seenAt", "2999-01-01T00:00:00Z", "invalid-seen-at")]
    public async Task Metadata_of_a_sighting_that_cannot_be_right_refuse_the_file(string metadata, string value, string code)
    {
        var blob = storage.Blobs().GetBlobContainerClient(Containers.Reports).GetBlobClient($"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}/{Sample}");
        await blob.UploadAsync(new BinaryData(await ReadSample()), new BlobUploadOptions { Metadata = new Dictionary<string, string> { [metadata] = value } }, Cancellation);

        var arrival = await Ingest(await storage.CreateLedger(), blob);

        Assert.Equal((ArrivalState.Rejected, code, metadata), (arrival.State, arrival.Error?.Code, arrival.Error?.Field));
    }

    [Fact]
    public async Task A_replay_of_the_same_event_reads_nothing_again()
    {
        var name = await storage.CreateLedger();
        var blob = await Drop(await ReadSample());
        var first = await Ingest(name, blob);
        var requests = new RequestLog();

        Assert.Equal(first.Id, (await Ingest(name, blob, requests)).Id);
        // The attempt to write the arrival down, and the record of it that is there.
        Assert.Equal((1, 1), (requests.Writes, requests.Reads));
    }

    [Fact]
    public async Task Taking_a_report_in_stays_within_its_budget()
    {
        var name = await storage.CreateLedger();
        var requests = new RequestLog();

        await Ingest(name, await Drop(await ReadSample("ddor2017_01-28to02-03.pdf")), requests);

        Assert.True(requests.Writes <= 60, $"{requests.Writes} writes:\n{requests}");
        Assert.Equal(1, requests.Reads);
    }

    [Theory]
    [InlineData("no report at all", "unsupported-format")]
    [InlineData("%PDF-1.7 and then nothing", "damaged-file")]
    [InlineData("""{ "hello": "world" }""", "not-a-report")]
    [InlineData("", "damaged-file")]
    public async Task What_can_t_be_read_is_rejected_with_its_reason_and_kept(string content, string code)
    {
        var name = await storage.CreateLedger();
        var blob = await Drop(Encoding.UTF8.GetBytes(content));

        var arrival = await Ingest(name, blob);

        Assert.Equal((ArrivalState.Rejected, code), (arrival.State, arrival.Error?.Code));
        Assert.NotEmpty(arrival.Error!.Message);
        Assert.True(await blob.ExistsAsync(Cancellation));
        Assert.True(await storage.Blobs().GetBlobContainerClient(Containers.Originals).GetBlobClient(arrival.Sha256).ExistsAsync(Cancellation));
    }

    [Fact]
    public async Task A_file_of_which_every_row_is_questioned_is_published_and_says_how_many_are_not_shown()
    {
        var rows = Enumerable.Range(0, 30_000).Select(i => $$"""{ "jurisdiction": "Place {{Random()}}", "agency": "{{Random()}}" }""");
        var name = await storage.CreateLedger();
        var report = $$"""{ "week": "2017-02-04", "period": { "start": "2017-02-04", "end": "2017-02-10" }, "declines": [ {{string.Join(',', rows)}} ] }""";

        var arrival = await Ingest(name, await Drop(Encoding.UTF8.GetBytes(report)));

        Assert.Equal((ArrivalState.Published, null), (arrival.State, arrival.Error));
        using var ledger = storage.Open(name);
        var stored = (await ledger.FindArrival(arrival.Id, Cancellation))!.Checks;
        Assert.Equal(ReportIngestor.ChecksShown + 1, stored.Count);
        Assert.Equal("more-checks", stored[^1].Code);
        var revision = (await ledger.ReadIndex(Cancellation)).Now.Latest!;
        var all = (await ledger.ReadReport(revision, Cancellation)).Remarks;
        Assert.Equal(30_000, all.Count(check => check.Code == "unresolved-jurisdiction"));
        Assert.Contains($"{all.Count - ReportIngestor.ChecksShown:N0} more", stored[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_of_more_corrections_than_can_be_kept_together_is_rejected()
    {
        var corrections = Enumerable.Range(0, 40_000)
            .Select(i => $$"""{ "week": "2017-01-28", "section": "issued", "jurisdiction": "Place {{Random()}}, Iowa", "was": {{i}}, "is": 0 }""");

        var arrival = await Ingest(await storage.CreateLedger(), await Drop(Encoding.UTF8.GetBytes($$"""{ "title": "Many", "corrections": [ {{string.Join(',', corrections)}} ] }""")));

        Assert.Equal((ArrivalState.Rejected, RefusalCodes.TooLarge), (arrival.State, arrival.Error?.Code));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2017-02-30")]
    [InlineData("13.02.2017")]
    public async Task A_release_that_is_no_day_is_refused_rather_than_guessed(string releasedOn)
    {
        var arrival = await Ingest(await storage.CreateLedger(), await Drop(await ReadSample(), releasedOn));

        Assert.Equal((ArrivalState.Rejected, ReportIngestor.InvalidReleasedOn, "releasedOn"), (arrival.State, arrival.Error?.Code, arrival.Error?.Field));
    }

    [Fact]
    public async Task A_release_in_the_future_is_refused_and_one_that_has_begun_somewhere_is_not()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

        // A day more than is refused, in case it becomes midnight meanwhile.
        var future = await Ingest(await storage.CreateLedger(), await Drop(await ReadSample(), ReportingWeek.Name(today.AddDays(3))));
        var begun = await Ingest(await storage.CreateLedger(), await Drop(await ReadSample(), ReportingWeek.Name(today.AddDays(1))));

        Assert.Equal((ArrivalState.Rejected, ReportIngestor.InvalidReleasedOn, "releasedOn"), (future.State, future.Error?.Code, future.Error?.Field));
        Assert.Contains("in the future", future.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(ArrivalState.Published, begun.State);
    }

    [Fact]
    public async Task An_arrival_that_does_not_come_into_force_says_so_and_which_day_is_missing()
    {
        var name = await storage.CreateLedger();
        var live = await Ingest(name, await Drop(await ReadSample()));

        var backfilled = await Ingest(name, await Drop(Encoding.UTF8.GetBytes("""{ "week": "2017-02-04", "declines": [ { "jurisdiction": "Travis County, Texas" } ] }"""), "2017-02-13"));

        Assert.Equal((true, false), (live.InForce, backfilled.InForce));
        using var ledger = storage.Open(name);
        var stored = (await ledger.FindArrival(backfilled.Id, Cancellation))!;
        Assert.Equal((ArrivalState.Published, 2, false), (stored.State, stored.Revision, stored.InForce));
        Assert.Contains("Add the release day of revision 1", Assert.Single(stored.Checks, check => check.Code == "superseded-on-arrival").Message, StringComparison.Ordinal);
        Assert.Equal(2825, (await ledger.ReadIndex(Cancellation)).Now.Latest!.Totals.DetainersIssued);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_rejected_unread()
    {
        var name = await storage.CreateLedger();
        var arrival = await Ingest(name, await Drop(new byte[2000]), limits: new ReadingLimits { Bytes = 1999 });

        Assert.Equal((ArrivalState.Rejected, RefusalCodes.TooLarge, null), (arrival.State, arrival.Error?.Code, arrival.Sha256));
    }

    [Fact]
    public async Task A_fault_of_the_reader_is_thrown_as_that_and_recorded_and_the_next_attempt_mends_it()
    {
        var name = await storage.CreateLedger();
        var blob = await Drop(await ReadSample());
        // An invalid limit simulates a fault in the reader.
        var fault = await Assert.ThrowsAsync<ReadingFailedException>(() => Ingest(name, blob, limits: new ReadingLimits { Time = TimeSpan.FromSeconds(-5) }));
        Assert.IsAssignableFrom<ArgumentException>(fault.InnerException);

        using var ledger = storage.Open(name);
        var broken = Assert.Single(await ledger.ListArrivals(10, null, Cancellation));
        Assert.Equal((ArrivalState.Received, ReportIngestor.ReadingFailed), (broken.State, broken.Error?.Code));

        var retried = await Ingest(name, blob);
        Assert.Equal((ArrivalState.Published, null), (retried.State, retried.Error));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_request_the_next_attempt_ends_as_one_without_a_kill(bool afterwards)
    {
        for (var request = 1; ; request++)
        {
            var name = await storage.CreateLedger();
            var blob = await Drop(await ReadSample());
            var failing = new FailingRequest(request, afterwards);
            try
            {
                await Ingest(name, blob, failing);
                // It took fewer requests than that: every one of them was failed once.
                Assert.False(failing.HasFailed);
                Assert.True(request > 15, $"Only {request} requests were failed.");
                return;
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException)
            {
                Assert.True(failing.HasFailed);
            }

            var arrival = await Ingest(name, blob);
            Assert.Equal((ArrivalState.Published, 1, null), (arrival.State, arrival.Revision, arrival.Error));
            using var ledger = storage.Open(name);
            var revision = Assert.Single((await ledger.ReadIndex(Cancellation)).Now.Revisions(new DateOnly(2017, 2, 4)));
            Assert.Equal(47, (await ledger.ReadReport(revision, Cancellation)).Report.Declines.Count);
            Assert.Equal(2, Assert.Single(await ledger.ReadJurisdiction("tx-travis-county", Cancellation)).Declines.Count);
        }
    }

    private async Task<Arrival> Ingest(string ledgerName, BlobClient blob, HttpPipelinePolicy? policy = null, ReadingLimits? limits = null)
    {
        using var ledger = storage.Open(ledgerName, policy);
        var archive = new BlobArchive(storage.Blobs(policy), Options.Create(new LedgerStorageOptions()), TimeProvider.System);
        limits ??= new ReadingLimits();
        var ingestor = new ReportIngestor(ledger, ledger, archive, new ReportReader(Places, limits), limits, TimeProvider.System);
        await using var file = await IncomingBlob.Open(blob, Cancellation);
        return await ingestor.Ingest(file, Cancellation);
    }

    private async Task<BlobClient> Drop(byte[] content, string? releasedOn = null)
    {
        var blob = storage.Blobs().GetBlobContainerClient(Containers.Reports).GetBlobClient($"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}/{Sample}");
        var metadata = releasedOn is null ? null : new Dictionary<string, string> { ["releasedOn"] = releasedOn };
        await blob.UploadAsync(new BinaryData(content), new BlobUploadOptions { Metadata = metadata }, Cancellation);
        return blob;
    }

    // What can't be compressed.
    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private static Task<byte[]> ReadSample(string name = Sample) => File.ReadAllBytesAsync(Path.Combine(Repository.Samples, name), Cancellation);
}
