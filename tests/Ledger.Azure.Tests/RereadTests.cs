using Azure;
using Azure.Core.Pipeline;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Publishing;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using Microsoft.Extensions.Options;
using OneMachine;

namespace DetainerLedger.Storage.Tests;

/// <summary>Kept files that are read again: as another reading of their revision, all of it at once or not at all.</summary>
public sealed class RereadTests(Storage storage) : IAsyncLifetime
{
    private const string Sample = "ddor2017_02-04to02-10.pdf";
    private static readonly DateOnly Week = new(2017, 2, 4);
    private static readonly NameResolver Places = new(JurisdictionRegister.Default);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Archive().Create(Cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_an_earlier_reader_misread_is_replaced_and_stays_readable()
    {
        var name = await PublishMisread();

        var result = await Reread(name);

        Assert.Equal((RereadOutcome.Reread, ReaderVersion.Current), (result!.Outcome, result.Revision.Reader));
        using var ledger = storage.Open(name);
        var index = await ledger.ReadIndex(Cancellation);
        var revision = Assert.Single(index.Now.Revisions(Week));
        Assert.Equal((47, 150), (revision.Totals.DetainersDeclined, revision.Totals.JurisdictionsListed));
        Assert.Equal(47, (await ledger.ReadReport(revision, Cancellation)).Report.Declines.Count);
        Assert.Equal([47], (await ledger.ReadCounts([revision], Cancellation)).Select(counts => counts.Jurisdictions.Sum(row => row.Declined)));
        var facts = await ledger.ReadJurisdiction("tx-travis-county", Cancellation);
        Assert.Equal(2, JurisdictionHistories.Of(index.Now, facts)!.Totals.DetainersDeclined);

        var earlier = revision.As(Assert.Single(revision.EarlierReadings!));
        Assert.Equal(40, earlier.Totals.DetainersDeclined);
        Assert.Equal(40, (await ledger.ReadReport(earlier, Cancellation)).Report.Declines.Count);
    }

    [Fact]
    public async Task It_is_known_from_the_same_moment_and_makes_no_event()
    {
        var name = await PublishMisread();
        using var ledger = storage.Open(name);
        var before = (await ledger.ReadIndex(Cancellation)).Now;

        await Reread(name);

        var now = (await ledger.ReadIndex(Cancellation)).Now;
        Assert.NotEqual(before.Version, now.Version);
        Assert.Equal((before.Latest!.KnownFrom, before.Latest.PublishedAt), (now.Latest!.KnownFrom, now.Latest.PublishedAt));
        Assert.Equal(LedgerEvents.Of(before).Select(ledgerEvent => ledgerEvent.At), LedgerEvents.Of(now).Select(ledgerEvent => ledgerEvent.At));
    }

    [Fact]
    public async Task Of_what_reads_the_same_only_the_version_is_noted()
    {
        var name = await Publish(reader: "1", misread: report => report);
        using var ledger = storage.Open(name);
        var before = (await ledger.ReadIndex(Cancellation)).Now.Latest!;

        Assert.Equal(RereadOutcome.Same, (await Reread(name))!.Outcome);

        Assert.Equal(before with { Reader = ReaderVersion.Current }, (await ledger.ReadIndex(Cancellation)).Now.Latest);
    }

    [Fact]
    public async Task A_second_time_finds_nothing_to_do_and_writes_nothing()
    {
        var name = await PublishMisread();
        await Reread(name);
        var requests = new RequestLog();

        Assert.Equal(RereadOutcome.Current, (await Reread(name, requests))!.Outcome);

        Assert.Equal((0, 1), (requests.Writes, requests.Reads));
    }

    [Fact]
    public async Task Reading_again_stays_within_the_budget_of_a_publication()
    {
        var name = await PublishMisread();
        var requests = new RequestLog();

        await Reread(name, requests);

        Assert.True(requests.Writes <= 60, $"{requests.Writes} writes:\n{requests}");
        // The index, the file, the reading in force and the week's entry.
        Assert.Equal(4, requests.Reads);
    }

    [Fact]
    public async Task A_file_that_is_not_kept_is_noted_and_the_reading_stays()
    {
        var name = await PublishMisread(sha256: new string('f', 64));

        var result = await Reread(name);

        Assert.Equal((RereadOutcome.Failed, RereadCodes.FileNotFound), (result!.Outcome, result.Revision.FailedReread?.Code));
        using var ledger = storage.Open(name);
        var view = (await ledger.ReadIndex(Cancellation)).Now;
        Assert.Equal(40, view.Latest!.Totals.DetainersDeclined);
        var summary = WeekSummaries.Of(view, await ledger.ReadReport(view.Latest, Cancellation), null);
        Assert.Contains(summary.Checks, check => check.Code == "reread-failed");
    }

    [Fact]
    public async Task A_fault_of_the_reader_is_reported_and_the_reading_stays()
    {
        var name = await PublishMisread();

        // An invalid limit simulates a fault in the reader.
        var result = await Reread(name, limits: new ReadingLimits { Time = TimeSpan.FromSeconds(-5) });

        Assert.Equal((RereadOutcome.Failed, RereadCodes.ReadingFailed), (result!.Outcome, result.Revision.FailedReread?.Code));
        Assert.IsAssignableFrom<ArgumentException>(result.Failure);
        Assert.Equal(RereadOutcome.Reread, (await Reread(name))!.Outcome);
    }

    [Fact]
    public async Task A_revision_that_the_ledger_has_not_is_not_read() => Assert.Null(await Reread(await storage.CreateLedger()));

    [Fact]
    public async Task Two_instances_at_the_same_time_make_one_reading()
    {
        var name = await PublishMisread();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Reread(name)));

        using var ledger = storage.Open(name);
        Assert.Single((await ledger.ReadIndex(Cancellation)).Now.Latest!.EarlierReadings!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_request_it_is_as_before_or_as_after_and_a_retry_completes_it(bool afterwards)
    {
        for (var request = 1; ; request++)
        {
            var name = await PublishMisread();
            var failing = new FailingRequest(request, afterwards);
            try
            {
                await Reread(name, failing);
                Assert.False(failing.HasFailed);
                Assert.True(request > 15, $"Only {request} requests were failed.");
                return;
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException)
            {
                Assert.True(failing.HasFailed);
            }

            using var ledger = storage.Open(name);
            var revision = (await ledger.ReadIndex(Cancellation)).Now.Latest!;
            Assert.Equal(revision.Totals.DetainersDeclined, (await ledger.ReadReport(revision, Cancellation)).Report.Declines.Count);

            await Reread(name);
            revision = (await ledger.ReadIndex(Cancellation)).Now.Latest!;
            Assert.Equal((47, 1), (revision.Totals.DetainersDeclined, revision.EarlierReadings!.Count));
            Assert.Equal(47, (await ledger.ReadReport(revision, Cancellation)).Report.Declines.Count);
        }
    }

    private Task<string> PublishMisread(string? sha256 = null) =>
        Publish("1", report => report with { Declines = [.. report.Declines.Take(40)] }, sha256);

    // As an earlier reader published it.
    private async Task<string> Publish(string reader, Func<WeeklyReport, WeeklyReport> misread, string? sha256 = null)
    {
        var name = await storage.CreateLedger();
        var content = await File.ReadAllBytesAsync(Path.Combine(Repository.Samples, Sample), Cancellation);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        await Archive().Keep(hash, content, Cancellation);
        var reading = Assert.IsType<Reading.Report>(new ReportReader(Places, new ReadingLimits()).Read(new ReportFile(Made.Id(1), Sample, content), Cancellation));
        var report = misread(reading.Facts);
        using var ledger = storage.Open(name);
        await ledger.Publish(
            new Edition(report, FactsFingerprint.Of(report), new RevisionSource(Made.Id(1), Sample, sha256 ?? hash, reading.Pages), Made.Morning, new DateOnly(2017, 2, 13), reading.Remarks)
            {
                Reader = reader,
            },
            Cancellation);
        return name;
    }

    private async Task<RereadResult?> Reread(string name, HttpPipelinePolicy? policy = null, ReadingLimits? limits = null)
    {
        using var ledger = storage.Open(name, policy);
        var reader = new ReportReader(Places, limits ?? new ReadingLimits());
        return await new Rereader(ledger, ledger, Archive(policy), reader, TimeProvider.System).Reread(Week, 1, Cancellation);
    }

    private BlobArchive Archive(HttpPipelinePolicy? policy = null) => new(storage.Blobs(policy), Options.Create(new LedgerStorageOptions()), TimeProvider.System);
}
