using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Tables;

namespace DetainerLedger.Storage.Backup;

/// <summary>
/// Copies a ledger to a folder, also while it is in use: its tables, the archived files, and the dropped files that have not been
/// archived yet. Nothing in the account is changed. <see cref="BackupScope"/> explains the order.
/// </summary>
public sealed class LedgerBackup(LedgerTables tables, BlobServiceClient blobs, TimeProvider time)
{
    private readonly BackupScope _scope = BackupScope.Of(tables);
    private readonly BlobContainerClient _originals = blobs.GetBlobContainerClient(Containers.Originals);
    private readonly BlobContainerClient _reports = blobs.GetBlobContainerClient(Containers.Reports);

    /// <exception cref="BackupException">The account has no ledger under this prefix, or an archived file is damaged.</exception>
    public async Task<BackupManifest> Run(BackupFolder folder, CancellationToken cancellation)
    {
        var takenAt = time.GetUtcNow();
        var arrivals = new BackedUpArrivals(_scope.Arrivals.Table);
        try
        {
            var written = new List<BackupTable>();
            foreach (var each in _scope.BeforeIndex) written.Add(await Copy(folder, each, cancellation));
            await arrivals.Read(cancellation);
            var index = await _scope.Index.Table.QueryAsync<TableEntity>(cancellationToken: cancellation).ToListAsync(cancellation);
            await arrivals.ReadAgain(new IndexContent(index), cancellation);
            written.Add(await Write(folder, _scope.Arrivals.Name, arrivals.Entities.ToAsyncEnumerable(), cancellation));
            written.Add(await Write(folder, _scope.Index.Name, index.ToAsyncEnumerable(), cancellation));
            foreach (var each in _scope.AfterIndex) written.Add(await Copy(folder, each, cancellation));
            var originals = await folder.WriteLines(Containers.Originals, Originals(folder, cancellation), cancellation);
            var dropped = await Dropped(folder, arrivals.Archived, cancellation).ToListAsync(cancellation);

            var manifest = new BackupManifest(BackupManifest.CurrentFormat, takenAt, new IndexContent(index).Version, written, originals, dropped);
            folder.Complete(manifest);
            return manifest;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode is "TableNotFound" or "ContainerNotFound")
        {
            throw new BackupException("The account has no ledger under this prefix: a table or a container is missing.", failure);
        }
    }

    private static Task<BackupTable> Copy(BackupFolder folder, (string Name, TableClient Table) from, CancellationToken cancellation) =>
        Write(folder, from.Name, from.Table.QueryAsync<TableEntity>(cancellationToken: cancellation), cancellation);

    private static async Task<BackupTable> Write(BackupFolder folder, string name, IAsyncEnumerable<TableEntity> entities, CancellationToken cancellation) =>
        new(name, await folder.WriteLines(name, entities.Select(entity => (ReadOnlyMemory<byte>)EntityLine.Write(entity)), cancellation));

    // A file is archived before anything refers to it, so those that the index names are all there by now.
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> Originals(BackupFolder folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in _originals.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (!await folder.HasFile(blob.Name, cancellation))
            {
                await using var content = (await _originals.GetBlobClient(blob.Name).DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content;
                if (await folder.KeepFile(content, cancellation) is var sha256 && sha256 != blob.Name)
                    throw new BackupException($"The archived file {blob.Name} has the hash {sha256}: it is damaged.");
            }

            yield return Encoding.UTF8.GetBytes(blob.Name);
        }
    }

    private async IAsyncEnumerable<DroppedFile> Dropped(
        BackupFolder folder, IReadOnlySet<ArrivalId> archived, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in _reports.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (archived.Contains(Id(blob.Name, blob.Properties.ETag, blob.Properties.LastModified))) continue;
            if (await Open(blob.Name, cancellation) is not { } open) continue;
            await using var content = open.Content;
            // It may have been overwritten since the list was read.
            var id = Id(blob.Name, open.Details.ETag, open.Details.LastModified);
            if (archived.Contains(id)) continue;
            yield return new DroppedFile(
                blob.Name, await folder.KeepFile(content, cancellation), id.ToString(), new SortedDictionary<string, string>(open.Details.Metadata, StringComparer.Ordinal));
        }
    }

    private async Task<BlobDownloadStreamingResult?> Open(string name, CancellationToken cancellation)
    {
        try
        {
            return (await _reports.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellation)).Value;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private static ArrivalId Id(string name, ETag? tag, DateTimeOffset? modified) => ArrivalId.Of(name, tag?.ToString() ?? "", modified ?? default);
}
