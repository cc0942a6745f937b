using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.Storage.Tables;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Storage.Deliveries;

/// <summary>The deliveries on Table Storage. The row key is the delivery's id, so all of one recipient are next to each other.</summary>
public sealed class DeliveryTable(DeliveryTables tables) : IDeliveryStore
{
    // The most that one transaction can contain.
    private const int Batch = 100;

    public async Task AddDeliveries(IReadOnlyList<TrackedDelivery> deliveries, CancellationToken cancellation)
    {
        foreach (var batch in deliveries.Chunk(Batch))
        {
            try
            {
                await tables.Deliveries.SubmitTransactionAsync(batch.Select(each => new TableTransactionAction(TableTransactionActionType.Add, Entity(each))), cancellation);
            }
            // An interrupted or simultaneous dispatch has inserted some of them.
            catch (TableTransactionFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
            {
                foreach (var delivery in batch) await Add(delivery, cancellation);
            }
        }
    }

    public async Task<TrackedDelivery?> FindDelivery(DeliveryId id, CancellationToken cancellation)
    {
        var entity = await tables.Deliveries.GetEntityIfExistsAsync<TableEntity>(Shard(id), id.ToString(), cancellationToken: cancellation);
        return entity.HasValue ? Delivery(entity.Value!) : null;
    }

    public async Task<TrackedDelivery?> ReplaceDelivery(TrackedDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            var answer = await tables.Deliveries.UpdateEntityAsync(Entity(delivery), new ETag(delivery.Version!), TableUpdateMode.Replace, cancellation);
            return delivery with { Version = answer.Headers.ETag?.ToString() };
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied || failure.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<TrackedDelivery> ListDeliveries(string recipient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entity in tables.Deliveries.QueryAsync<TableEntity>(OfRecipient(recipient), cancellationToken: cancellation))
            yield return Delivery(entity);
    }

    public async IAsyncEnumerable<DeliveryId> ListOverdue(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"State eq {nameof(DeliveryState.Pending)} and DueAt lt {before}");
        await foreach (var entity in tables.Deliveries.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation))
            if (DeliveryId.Parse(entity.RowKey) is { } id) yield return id;
    }

    public async Task DeleteEnded(DateTimeOffset before, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"State ne {nameof(DeliveryState.Pending)} and EndedAt lt {before}");
        await Delete(filter, cancellation);
    }

    internal Task DeleteDeliveries(string recipient, CancellationToken cancellation) => Delete(OfRecipient(recipient), cancellation);

    private async Task Delete(string filter, CancellationToken cancellation)
    {
        await foreach (var entity in tables.Deliveries.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
            await tables.Deliveries.DeleteEntityAsync(entity.PartitionKey, entity.RowKey, cancellationToken: cancellation);
    }

    private async Task Add(TrackedDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            await tables.Deliveries.AddEntityAsync(Entity(delivery), cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            // It remains as it is: it may already have been delivered.
        }
    }

    private static string OfRecipient(string recipient) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {RecipientTable.Shard(recipient)} and RowKey ge {recipient + "|"} and RowKey lt {Keys.AfterPrefix(recipient + "|")}");

    private static string Shard(DeliveryId id) => RecipientTable.Shard(id.Recipient);

    private static TableEntity Entity(TrackedDelivery delivery) => new(Shard(delivery.Id), delivery.Id.ToString())
    {
        [nameof(delivery.State)] = delivery.State.ToString(),
        // The latest moment of this table is in the year 9999, and not its last tick.
        [nameof(delivery.DueAt)] = delivery.DueAt == DateTimeOffset.MaxValue ? null : delivery.DueAt,
        ["EndedAt"] = delivery.State != DeliveryState.Pending && delivery.Attempts.Count > 0 ? delivery.Attempts[^1].At : null,
        [nameof(delivery.ClaimedUntil)] = delivery.ClaimedUntil,
        [nameof(delivery.Tries)] = delivery.Tries,
        [nameof(delivery.Attempts)] = JsonSerializer.Serialize(delivery.Attempts, SubscriptionJson.Default.IReadOnlyListAttempt),
    };

    private static TrackedDelivery Delivery(TableEntity entity) => new(
        DeliveryId.Parse(entity.RowKey) ?? throw new InvalidDataException("The row key is not the id of a delivery."),
        Enum.Parse<DeliveryState>(entity.GetString(nameof(TrackedDelivery.State))),
        entity.GetDateTimeOffset(nameof(TrackedDelivery.DueAt)) ?? DateTimeOffset.MaxValue)
    {
        ClaimedUntil = entity.GetDateTimeOffset(nameof(TrackedDelivery.ClaimedUntil)),
        Tries = entity.GetInt32(nameof(TrackedDelivery.Tries)) ?? 0,
        Attempts = JsonSerializer.Deserialize(entity.GetString(nameof(TrackedDelivery.Attempts)), SubscriptionJson.Default.IReadOnlyListAttempt) ?? [],
        Version = entity.ETag.ToString(),
    };
}
