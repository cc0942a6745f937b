using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Tables;

namespace DetainerLedger.Storage.Backup;

/// <summary>
/// Copies a backup into an account. Everything is checked before anything is written, the index is written after what it names, and
/// its head last: until then, readers see an empty ledger. Every step can be repeated.
/// </summary>
public sealed class LedgerRestore(LedgerTables tables, BlobServiceClient blobs)
{
    private const int EntitiesAtOnce = 1000;

    private readonly BackupScope _scope = BackupScope.Of(tables);
    private readonly BlobContainerClient _originals = blobs.GetBlobContainerClient(Containers.Originals);
    private readonly BlobContainerClient _reports = blobs.GetBlobContainerClient(Containers.Reports);

    /// <param name="intoNonEmpty">Whether to write into a ledger that has data: entities with the same keys are replaced, others remain.</param>
    /// <exception cref="BackupException">The backup is incomplete or damaged, or the ledger is not empty. Nothing was written.</exception>
    public async Task<BackupManifest> Run(BackupFolder folder, bool intoNonEmpty, CancellationToken cancellation)
    {
        var manifest = folder.ReadManifest();
        await folder.Verify(manifest, cancellation);
        await tables.Create(cancellation);
        foreach (var container in new[] { _originals, _reports }) await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        if (!intoNonEmpty && await FindData(cancellation) is { } found)
            throw new BackupException($"The ledger is not empty: there is data in {found}. Restore into another account or under another prefix, or use --force.");

        await foreach (var sha256 in folder.ReadLines(manifest.Originals, cancellation)) await Archive(folder, sha256, cancellation);
        // The index last.
        foreach (var each in _scope.All.Where(each => each != _scope.Index).Append(_scope.Index))
            await Write(each.Table, Entities(folder, manifest, each.Name, cancellation), cancellation);
        foreach (var file in manifest.Dropped) await Drop(folder, file, cancellation);
        return manifest;
    }

    private IAsyncEnumerable<TableEntity> Entities(BackupFolder folder, BackupManifest manifest, string table, CancellationToken cancellation)
    {
        var file = manifest.Tables.FirstOrDefault(each => each.Name == table)?.File ?? throw new BackupException($"The backup lacks the table {table}.");
        var entities = folder.ReadLines(file, cancellation).Select(EntityLine.Read);
        if (table == _scope.Arrivals.Name)
        {
            var dropped = manifest.Dropped.Select(each => each.ArrivalId).ToHashSet(StringComparer.Ordinal);
            return entities.Select(entity => Arrival(entity, dropped));
        }

        // Until the head is there, the index has the version of an empty ledger.
        return table == _scope.Index.Name ? entities.Where(entity => entity.RowKey != Keys.Head).Concat(entities.Where(entity => entity.RowKey == Keys.Head)) : entities;
    }

    // The file is dropped again, and that is an arrival of its own, so this one would wait forever.
    private static TableEntity Arrival(TableEntity entity, HashSet<string> dropped)
    {
        var arrival = ArrivalTable.Arrival(entity);
        return arrival.State != ArrivalState.Received || !dropped.Contains(arrival.Id.ToString())
            ? entity
            : ArrivalTable.Entity(arrival with
            {
                State = ArrivalState.Rejected,
                Error = new Refusal(
                    "overwritten",
                    "The file had not been read when the ledger was backed up. It was dropped again by the restore, as a separate arrival."),
                NextTry = null,
            });
    }

    private static async Task Write(TableClient table, IAsyncEnumerable<TableEntity> entities, CancellationToken cancellation)
    {
        await foreach (var chunk in entities.Chunk(EntitiesAtOnce).WithCancellation(cancellation))
            foreach (var batch in EntityBatches.Of(chunk))
                await table.SubmitTransactionAsync(batch, cancellation);
    }

    private async Task Archive(BackupFolder folder, string sha256, CancellationToken cancellation)
    {
        await using var content = folder.OpenFile(sha256);
        await UploadIfNew(_originals.GetBlobClient(sha256), content, metadata: null, cancellation);
    }

    private async Task Drop(BackupFolder folder, DroppedFile file, CancellationToken cancellation)
    {
        var blob = _reports.GetBlobClient(file.Name);
        await using var content = folder.OpenFile(file.Sha256);
        if (await UploadIfNew(blob, content, file.Metadata.ToDictionary(), cancellation)) return;
        // An interrupted restore has dropped it already; or another file has this name, which must not be lost.
        var held = (await blob.DownloadContentAsync(cancellation)).Value.Content;
        if (Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(held)) != file.Sha256)
            throw new BackupException($"The container {Containers.Reports} has another file {file.Name}. Rename one of them, and restore again with --force.");
    }

    /// <returns>False when there is a blob of this name.</returns>
    private static async Task<bool> UploadIfNew(BlobClient blob, Stream content, IDictionary<string, string>? metadata, CancellationToken cancellation)
    {
        try
        {
            var onlyIfNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All }, Metadata = metadata };
            await blob.UploadAsync(content, onlyIfNew, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobAlreadyExists || failure.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return false;
        }
    }

    private async Task<string?> FindData(CancellationToken cancellation)
    {
        foreach (var (name, table) in _scope.All)
            if (await table.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellation).AnyAsync(cancellation)) return $"the table {name}";
        return null;
    }
}
