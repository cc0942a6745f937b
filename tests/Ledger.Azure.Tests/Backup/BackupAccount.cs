using Azure.Core.Pipeline;
using Azure.Data.Tables;
using DetainerLedger.Digests;
using DetainerLedger.Storage.Backup;
using DetainerLedger.Storage.Blobs;

namespace DetainerLedger.Storage.Tests.Backup;

/// <summary>An emulator of its own, since a backup has the containers of the whole account, and folders for backups.</summary>
public sealed class BackupAccount : IAsyncLifetime
{
    private readonly string _folders = Directory.CreateTempSubdirectory("ledger-backups-").FullName;
    private int _folder;

    public Storage Storage { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Storage.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        Directory.Delete(_folders, recursive: true);
    }

    public string NewFolder() => Path.Combine(_folders, $"{Interlocked.Increment(ref _folder)}");

    public Task<BackupManifest> Take(string ledger, string folder, HttpPipelinePolicy? policy = null) =>
        new LedgerBackup(Storage.Tables(ledger, policy), Storage.Blobs(policy), TimeProvider.System).Run(new BackupFolder(folder), Cancellation);

    public Task<BackupManifest> Restore(string folder, string ledger, bool force = false, HttpPipelinePolicy? policy = null) =>
        new LedgerRestore(Storage.Tables(ledger, policy), Storage.Blobs(policy)).Run(new BackupFolder(folder), force, Cancellation);

    /// <summary>Removes all files of the account.</summary>
    public async Task Empty()
    {
        foreach (var name in new[] { Containers.Reports, Containers.Originals })
        {
            var container = Storage.Blobs().GetBlobContainerClient(name);
            if (!await container.ExistsAsync(Cancellation)) continue;
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: Cancellation)) await container.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
        }
    }

    /// <summary>Every entity of a ledger, with its table.</summary>
    public async Task<IReadOnlyList<string>> Dump(string ledger)
    {
        var lines = new List<string>();
        foreach (var (name, table) in BackupScope.Of(Storage.Tables(ledger)).All)
            await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
                lines.Add($"{name} {System.Text.Encoding.UTF8.GetString(EntityLine.Write(entity))}");
        return lines;
    }

    internal static Digest Digest(DateOnly week, int revision) => new(week, revision, Made.Morning, $"Revision {revision}", [new DigestSentence("A sentence.", [])]);
}
