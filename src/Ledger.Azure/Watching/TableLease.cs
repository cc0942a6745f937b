using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.Storage.Tables;
using DetainerLedger.Watching;

namespace DetainerLedger.Storage.Watching;

/// <summary>
/// Leases in the table of captures. A lease that is not released, because its instance ended, runs out: its duration must exceed any
/// run, and by far the difference between the clocks of instances.
/// </summary>
public sealed class TableLease(LedgerTables tables, TimeProvider time) : ILookLease
{
    private const string Partition = "leases";
    private const string Until = "Until";

    public async Task<IAsyncDisposable?> TryAcquire(string name, TimeSpan duration, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var lease = new TableEntity(Partition, name) { [Until] = now + duration };
        try
        {
            var held = await tables.Captures.GetEntityIfExistsAsync<TableEntity>(Partition, name, cancellationToken: cancellation);
            if (held.HasValue && held.Value!.GetDateTimeOffset(Until) > now) return null;
            var written = held.HasValue
                ? await tables.Captures.UpdateEntityAsync(lease, held.Value!.ETag, TableUpdateMode.Replace, cancellation)
                : await tables.Captures.AddEntityAsync(lease, cancellation);
            return new Held(tables.Captures, name, written.Headers.ETag ?? ETag.All);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists
            || failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied || failure.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return null;
        }
    }

    private sealed class Held(TableClient table, string name, ETag etag) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await table.DeleteEntityAsync(Partition, name, etag);
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
            {
                // It ran out, and another instance has it.
            }
        }
    }
}
