using Azure.Core;
using Azure.Core.Pipeline;
using DetainerLedger.History;
using DetainerLedger.Ingest;

namespace DetainerLedger.Storage.Tests.Backup;

/// <summary>A file is published, and its digest composed, before each request of a backup in turn.</summary>
public sealed class BackupConsistencyTests(BackupAccount account) : IClassFixture<BackupAccount>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_during_a_publication_has_all_of_it_or_nothing_and_loses_no_file()
    {
        var (with, without) = (0, 0);
        for (var request = 1; ; request++)
        {
            await account.Empty();
            using var original = await IntakeFixture.Create(account.Storage, TimeProvider.System);
            await Publish(original, 100);
            var waiting = await original.Drop(200);
            var meanwhile = new Before(request, async () =>
            {
                await Publish(original, 300);
                await original.Intake.TryOnce(original.Reports.GetBlobClient(waiting), Cancellation);
            });
            var folder = account.NewFolder();
            await account.Take(original.Name, folder, meanwhile);
            if (!meanwhile.Happened) break;

            await account.Empty();
            using var restored = await IntakeFixture.Create(account.Storage, TimeProvider.System);
            await account.Restore(folder, restored.Name);
            if (await AssertConsistent(restored) == 1) without++;
            else with++;

            // What was dropped and is not in the backup's index is read now, so that every edition is there in the end.
            await foreach (var blob in restored.Reports.GetBlobsAsync(cancellationToken: Cancellation))
                await restored.Intake.TryOnce(restored.Reports.GetBlobClient(blob.Name), Cancellation);
            // A file that is dropped after the list of dropped files was read isn't in the backup at all.
            int?[] editions = meanwhile.Path.Contains("/reports/", StringComparison.Ordinal) ? [100, 200] : [100, 200, 300];
            Assert.Equal(editions, (await Revisions(restored)).Select(revision => revision.Totals.DetainersIssued).Order());
            Assert.DoesNotContain(await restored.Ledger.ListArrivals(100, null, Cancellation), arrival => arrival.State == ArrivalState.Received);
        }

        // Before the index is read, and after.
        Assert.True(with >= 3 && without >= 5, $"{with} backups have the publication, {without} don't.");
    }

    private static async Task Publish(IntakeFixture ledger, int issued)
    {
        await ledger.Intake.TryOnce(ledger.Reports.GetBlobClient(await ledger.Drop(issued)), Cancellation);
        var number = (await ledger.Ledger.ReadIndex(Cancellation)).Now.Revisions(Made.Week).Max(revision => revision.Number);
        await ledger.Ledger.KeepDigest(BackupAccount.Digest(Made.Week, number), Cancellation);
    }

    private static async Task<IReadOnlyList<Revision>> Revisions(IntakeFixture ledger) => (await ledger.Ledger.ReadIndex(Cancellation)).Now.Revisions(Made.Week);

    /// <returns>How many revisions there are.</returns>
    private static async Task<int> AssertConsistent(IntakeFixture restored)
    {
        var revisions = await Revisions(restored);
        var arrivals = await restored.Ledger.ListArrivals(100, null, Cancellation);
        foreach (var revision in revisions)
        {
            var report = await restored.Ledger.ReadReport(revision, Cancellation);
            Assert.Equal(revision.Totals.DetainersDeclined, report.Report.Declines.Count);
            Assert.Contains(await restored.Ledger.ReadJurisdiction("tx-travis-county", Cancellation), facts => facts.Reading == revision.Reading);
            Assert.Equal(ArrivalState.Published, Assert.Single(arrivals, arrival => arrival.Id == revision.Source.ReportId).State);
        }

        Assert.All(
            arrivals.Where(arrival => arrival.State == ArrivalState.Published),
            arrival => Assert.Contains(revisions, revision => revision.Number == arrival.Revision && revision.Source.ReportId == arrival.Id));
        Assert.All(await restored.Ledger.ListDigests(Cancellation), digest => Assert.Contains(revisions, revision => revision.Number == digest.Revision));
        return revisions.Count;
    }

    /// <summary>Lets something happen before one request, once.</summary>
    private sealed class Before(int number, Func<Task> happens) : HttpPipelinePolicy
    {
        private int _sent;

        public bool Happened => Path.Length > 0;

        /// <summary>The path of the request; empty until then.</summary>
        public string Path { get; private set; } = "";

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (Interlocked.Increment(ref _sent) == number)
            {
                Path = message.Request.Uri.Path;
                await happens();
            }

            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The ledger sends nothing synchronously.");
    }
}
