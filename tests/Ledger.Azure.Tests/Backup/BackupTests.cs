using Azure.Data.Tables;
using DetainerLedger.Ingest;
using DetainerLedger.Storage.Backup;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Tables;

namespace DetainerLedger.Storage.Tests.Backup;

public sealed class BackupTests(BackupAccount account) : IClassFixture<BackupAccount>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await account.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_restored_ledger_has_every_entity_and_every_file()
    {
        using var original = await Eventful();
        var (before, files) = (await account.Dump(original.Name), await Files());
        var folder = account.NewFolder();

        await account.Take(original.Name, folder);
        await account.Empty();
        var restored = await account.Storage.CreateLedger();
        await account.Restore(folder, restored);

        Assert.Equal(before, await account.Dump(restored));
        Assert.Equal(files, await Files());
        using var ledger = account.Storage.Open(restored);
        var index = await ledger.ReadIndex(Cancellation);
        Assert.Equal(3, index.Now.Revisions(Made.Week).Count);
        Assert.Single(index.Now.Notices);
        Assert.Equal(new DateOnly(2017, 2, 13), index.Now.Revisions(Made.Week).Single(revision => revision.Number == 1).ReleasedOn);
    }

    [Fact]
    public async Task Every_table_of_a_ledger_is_in_a_backup_or_is_left_out_for_a_reason()
    {
        // Personal data would be among them: a table is named here with the reason.
        string[] leftOut = [];
        var tables = typeof(LedgerTables).GetProperties().Where(property => property.PropertyType == typeof(TableClient)).Select(property => property.Name);

        Assert.Equal(tables.Except(leftOut).Order(), BackupScope.Of(account.Storage.Tables("Any")).All.Select(each => each.Name).Order());
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_file_that_was_not_read_yet_is_read_after_the_restore()
    {
        using var original = await IntakeFixture.Create(account.Storage, TimeProvider.System);
        var unseen = await original.Drop(issued: 100);
        var waiting = await original.Drop(issued: 200);
        var received = await original.Ingestor.Receive(await IncomingBlob.Describe(original.Reports.GetBlobClient(waiting), Cancellation), Cancellation);
        var folder = account.NewFolder();
        Assert.Equal(2, (await account.Take(original.Name, folder)).Dropped.Count);
        await account.Empty();

        using var restored = await IntakeFixture.Create(account.Storage, TimeProvider.System);
        await account.Restore(folder, restored.Name);
        foreach (var blob in new[] { unseen, waiting }) await restored.Intake.TryOnce(restored.Reports.GetBlobClient(blob), Cancellation);

        var arrivals = await restored.Ledger.ListArrivals(10, null, Cancellation);
        Assert.Equal(2, arrivals.Count(arrival => arrival.State == ArrivalState.Published));
        var first = Assert.Single(arrivals, arrival => arrival.Id == received.Id);
        Assert.Equal((ArrivalState.Rejected, "overwritten"), (first.State, first.Error!.Code));
    }

    [Fact]
    public async Task A_ledger_that_is_not_empty_is_not_restored_into_unless_it_is_demanded()
    {
        using var original = await Eventful();
        var folder = account.NewFolder();
        await account.Take(original.Name, folder);

        var refused = await Assert.ThrowsAsync<BackupException>(() => account.Restore(folder, original.Name));
        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);

        var before = await account.Dump(original.Name);
        await account.Restore(folder, original.Name, force: true);
        Assert.Equal(before, await account.Dump(original.Name));
    }

    [Theory]
    [InlineData("tables")]
    [InlineData("files")]
    public async Task A_damaged_backup_is_refused_before_anything_is_written(string part)
    {
        using var original = await Eventful();
        var folder = account.NewFolder();
        await account.Take(original.Name, folder);
        var damaged = Directory.GetFiles(Path.Combine(folder, part)).Order(StringComparer.Ordinal).First(file => new FileInfo(file).Length > 0);
        var bytes = await File.ReadAllBytesAsync(damaged, Cancellation);
        bytes[^2] ^= 1;
        await File.WriteAllBytesAsync(damaged, bytes, Cancellation);

        var restored = await account.Storage.CreateLedger();
        var refused = await Assert.ThrowsAsync<BackupException>(() => account.Restore(folder, restored));

        Assert.Contains(Path.GetFileName(damaged), refused.Message, StringComparison.Ordinal);
        Assert.Empty(await account.Dump(restored));
    }

    [Fact]
    public async Task An_interrupted_backup_leaves_the_earlier_one_as_it_was()
    {
        using var original = await Eventful();
        var folder = account.NewFolder();
        var first = await account.Take(original.Name, folder);
        await original.Intake.TryOnce(original.Reports.GetBlobClient(await original.Drop(issued: 900)), Cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => account.Take(original.Name, folder, new FailingRequest(6, afterwards: false)));
        var restored = await account.Storage.CreateLedger();
        Assert.Equal(first.IndexVersion, (await account.Restore(folder, restored)).IndexVersion);

        Assert.NotEqual(first.IndexVersion, (await account.Take(original.Name, folder)).IndexVersion);
        Assert.Equal(10, Directory.GetFiles(Path.Combine(folder, "tables")).Length);
    }

    [Fact]
    public async Task An_interrupted_restore_is_completed_by_another()
    {
        using var original = await Eventful();
        var folder = account.NewFolder();
        await account.Take(original.Name, folder);
        var expected = await account.Dump(original.Name);
        var interrupted = 0;
        for (var request = 1; ; request++)
        {
            var failing = new FailingRequest(request, afterwards: request % 2 == 0);
            var restored = await account.Storage.CreateLedger();
            try
            {
                await account.Restore(folder, restored, policy: failing);
                Assert.False(failing.HasFailed);
                break;
            }
            catch (Exception failure) when (failure is Azure.RequestFailedException or AggregateException)
            {
                interrupted++;
            }

            using (var ledger = account.Storage.Open(restored))
                Assert.True((await ledger.ReadIndex(Cancellation)).Version is "" or { Length: > 0 });
            await account.Restore(folder, restored, force: true);
            Assert.Equal(expected, await account.Dump(restored));
        }

        Assert.True(interrupted > 20, $"Only {interrupted} requests were interrupted.");
    }

    [Fact]
    public async Task A_folder_without_a_complete_backup_is_refused()
    {
        var refused = await Assert.ThrowsAsync<BackupException>(() => account.Restore(account.NewFolder(), "Nowhere"));
        Assert.Contains("no complete backup", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_a_ledger_is_not_backed_up()
    {
        var refused = await Assert.ThrowsAsync<BackupException>(() => account.Take("Nowhere", account.NewFolder()));
        Assert.Contains("no ledger", refused.Message, StringComparison.Ordinal);
    }

    // Three revisions, one of them with a release day, a rejected file, a notice and digests.
    private async Task<IntakeFixture> Eventful()
    {
        var fixture = await IntakeFixture.Create(account.Storage, TimeProvider.System);
        foreach (var issued in new[] { 100, 200, 300 }) await fixture.Intake.TryOnce(fixture.Reports.GetBlobClient(await fixture.Drop(issued)), Cancellation);
        var broken = fixture.Reports.GetBlobClient("folder/broken.pdf");
        await broken.UploadAsync(BinaryData.FromString("%PDF-"), overwrite: true, Cancellation);
        await fixture.Intake.TryOnce(broken, Cancellation);
        await fixture.Ledger.AddRelease(Made.Week, 1, new DateOnly(2017, 2, 13), Cancellation);
        await fixture.Ledger.Publish(Made.Notice(1, "notice"), Cancellation);
        await fixture.Ledger.KeepDigest(BackupAccount.Digest(Made.Week, 1), Cancellation);
        return fixture;
    }

    private async Task<List<string>> Files()
    {
        var originals = account.Storage.Blobs().GetBlobContainerClient(Containers.Originals);
        return await originals.GetBlobsAsync(cancellationToken: Cancellation).Select(blob => $"{blob.Name} {blob.Properties.ContentLength}").ToListAsync(Cancellation);
    }
}
