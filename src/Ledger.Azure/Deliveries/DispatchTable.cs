using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.Storage.Tables;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Storage.Deliveries;

/// <summary>The marks of dispatched events, and hourly counts, on Table Storage.</summary>
public sealed class DispatchTable(DeliveryTables tables) : IDispatchMarks
{
    private const string Marks = "marks";
    private const string Counts = "counts";
    private const string Number = "Number";

    // Sorts before all ids, which begin with a letter.
    private const string Started = "!started";
    private const int Batch = 100;

    public async Task<IReadOnlySet<string>?> ReadMarks(CancellationToken cancellation)
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Marks}");
        await foreach (var entity in tables.Dispatched.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation)) marks.Add(entity.RowKey);
        return marks.Remove(Started) ? marks : null;
    }

    public async Task Mark(IReadOnlyCollection<string> changes, CancellationToken cancellation)
    {
        foreach (var batch in changes.Chunk(Batch))
        {
            await tables.Dispatched.SubmitTransactionAsync(
                batch.Select(change => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Marks, change))), cancellation);
        }
    }

    public Task MarkStarted(CancellationToken cancellation) => Mark([Started], cancellation);

    public async Task<bool> Count(string what, DateTimeOffset now, int limit, CancellationToken cancellation)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{what}-{now.UtcDateTime:yyyyMMddHH}");
        var counted = await ConditionalUpdate.Run(what, Attempt, cancellation);
        return counted.Item1;

        async Task<Tuple<bool>?> Attempt(CancellationToken stop)
        {
            var found = await tables.Dispatched.GetEntityIfExistsAsync<TableEntity>(Counts, key, cancellationToken: stop);
            var number = found.HasValue ? found.Value!.GetInt32(Number) ?? 0 : 0;
            if (number >= limit) return Tuple.Create(false);
            var entity = new TableEntity(Counts, key) { [Number] = number + 1 };
            try
            {
                if (found.HasValue) await tables.Dispatched.UpdateEntityAsync(entity, found.Value!.ETag, TableUpdateMode.Replace, stop);
                else await tables.Dispatched.AddEntityAsync(entity, stop);
                return Tuple.Create(true);
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists || failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
            {
                return null;
            }
        }
    }
}
