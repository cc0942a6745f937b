using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tables;

/// <summary>Files to retry later: one entity for each blob, in one partition.</summary>
internal sealed class RetryTable(TableClient table)
{
    private const string Partition = "retries";

    /// <returns>False when the blob is already scheduled; its entry is unchanged.</returns>
    public async Task<bool> TryAdd(Retry retry, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(Entity(retry), cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    public async Task<Retry?> Find(string blobName, CancellationToken cancellation)
    {
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Key(blobName), cancellationToken: cancellation);
        return entity.HasValue ? Retry(entity.Value!) : null;
    }

    /// <summary>The entries that are due, longest overdue first.</summary>
    public async Task<IReadOnlyList<Retry>> ListDue(DateTimeOffset now, CancellationToken cancellation)
    {
        var due = new List<Retry>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and DueAt le {now}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) due.Add(Retry(entity));
        return [.. due.OrderBy(retry => retry.DueAt)];
    }

    /// <returns>The updated entry; null when another writer has changed or removed it.</returns>
    public async Task<Retry?> TryReplace(Retry retry, CancellationToken cancellation)
    {
        try
        {
            var answer = await table.UpdateEntityAsync(Entity(retry), retry.Version, TableUpdateMode.Replace, cancellation);
            return retry with { Version = answer.Headers.ETag ?? ETag.All };
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied || failure.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return null;
        }
    }

    /// <summary>Removes the entry unless it has been changed since it was read.</summary>
    public async Task Remove(Retry retry, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(Partition, Key(retry.BlobName), retry.Version, cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            // Another instance has taken it over.
        }
    }

    private static TableEntity Entity(Retry retry) => new(Partition, Key(retry.BlobName))
    {
        [nameof(retry.BlobName)] = retry.BlobName,
        [nameof(retry.ReportId)] = retry.ReportId?.ToString(),
        [nameof(retry.FirstFailedAt)] = retry.FirstFailedAt,
        [nameof(retry.DueAt)] = retry.DueAt,
        [nameof(retry.Failures)] = retry.Failures,
        [nameof(retry.Unfinished)] = retry.Unfinished,
    };

    private static Retry Retry(TableEntity entity) => new(
        entity.GetString(nameof(Tables.Retry.BlobName)),
        ArrivalId.TryParse(entity.GetString(nameof(Tables.Retry.ReportId)), out var id) ? id : null,
        entity.GetDateTimeOffset(nameof(Tables.Retry.FirstFailedAt)) ?? default,
        entity.GetDateTimeOffset(nameof(Tables.Retry.DueAt)) ?? default,
        entity.GetInt32(nameof(Tables.Retry.Failures)) ?? 0,
        entity.GetInt32(nameof(Tables.Retry.Unfinished)) ?? 0)
    {
        Version = entity.ETag,
    };

    // A blob's name contains slashes, which are not allowed in keys.
    private static string Key(string blobName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blobName)));
}

/// <summary>A file to retry.</summary>
/// <param name="ReportId">The arrival that failed, if it could be recorded.</param>
/// <param name="Failures">The number of storage failures so far.</param>
/// <param name="Unfinished">The number of consecutive attempts that started and did not finish.</param>
internal sealed record Retry(string BlobName, ArrivalId? ReportId, DateTimeOffset FirstFailedAt, DateTimeOffset DueAt, int Failures, int Unfinished)
{
    public ETag Version { get; init; }
}
