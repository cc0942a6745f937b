using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Storage.Deliveries;

/// <summary>
/// The recipients on Table Storage. A deletion begins by emptying the row, so that the address is gone with the first request, and
/// ends by deleting it. An empty row is no recipient for anybody.
/// </summary>
public sealed class RecipientTable(DeliveryTables tables, DeliveryTable deliveries) : IRecipientStore
{
    // Marks an empty row.
    private const string Left = "Left";

    public async Task<Recipient?> FindRecipient(string id, CancellationToken cancellation)
    {
        var entity = await tables.Recipients.GetEntityIfExistsAsync<TableEntity>(Shard(id), id, cancellationToken: cancellation);
        return entity.HasValue && !HasLeft(entity.Value!) ? Recipient(entity.Value!) : null;
    }

    public async Task<bool> AddRecipient(Recipient recipient, CancellationToken cancellation)
    {
        try
        {
            await tables.Recipients.AddEntityAsync(Entity(recipient), cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            // An interrupted deletion: after it, the row can be added.
            var known = await tables.Recipients.GetEntityIfExistsAsync<TableEntity>(Shard(recipient.Id), recipient.Id, cancellationToken: cancellation);
            if (known.HasValue && HasLeft(known.Value!)) await DeleteRecipient(recipient.Id, cancellation);
            return false;
        }
    }

    public async Task<bool> ReplaceRecipient(Recipient recipient, CancellationToken cancellation)
    {
        try
        {
            await tables.Recipients.UpdateEntityAsync(Entity(recipient), new ETag(recipient.Version!), TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied || failure.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return false;
        }
    }

    public async Task DeleteRecipient(string id, CancellationToken cancellation)
    {
        var emptied = await Empty(id, cancellation);
        await deliveries.DeleteDeliveries(id, cancellation);
        if (emptied is not { } version) return;
        try
        {
            await tables.Recipients.DeleteEntityAsync(Shard(id), id, version, cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            // Someone else deletes it too, or it has been added anew since.
        }
    }

    public async Task FinishDeletions(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"Left eq {true}");
        await foreach (var entity in tables.Recipients.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation))
            await DeleteRecipient(entity.RowKey, cancellation);
    }

    public IAsyncEnumerable<Recipient> ListRecipients(char shard, CancellationToken cancellation) =>
        Query(TableClient.CreateQueryFilter($"PartitionKey eq {shard.ToString()}"), cancellation);

    // An empty row has no such moment, and isn't among them.
    public IAsyncEnumerable<Recipient> ListExpired(DateTimeOffset now, CancellationToken cancellation) =>
        Query(TableClient.CreateQueryFilter($"ExpiresAt le {now}"), cancellation);

    private async IAsyncEnumerable<Recipient> Query(string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entity in tables.Recipients.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            if (!HasLeft(entity)) yield return Recipient(entity);
    }

    // From then on nothing is sent, even if the rest fails.
    private async Task<ETag?> Empty(string id, CancellationToken cancellation)
    {
        try
        {
            var empty = new TableEntity(Shard(id), id) { [Left] = true };
            return (await tables.Recipients.UpdateEntityAsync(empty, ETag.All, TableUpdateMode.Replace, cancellation)).Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return null;
        }
    }

    private static bool HasLeft(TableEntity entity) => entity.GetBoolean(Left) == true;

    internal static string Shard(string id) => id[..1];

    internal static TableEntity Entity(Recipient recipient) => new(Shard(recipient.Id), recipient.Id)
    {
        [nameof(recipient.Kind)] = recipient.Kind.ToString(),
        [nameof(recipient.State)] = recipient.State.ToString(),
        [nameof(recipient.Nonce)] = recipient.Nonce,
        [nameof(recipient.Sealed)] = recipient.Sealed,
        [nameof(recipient.Since)] = recipient.Since.DayNumber,
        [nameof(recipient.Filters)] = JsonSerializer.Serialize(recipient.Filters, SubscriptionJson.Default.IReadOnlyListFilter),
        [nameof(recipient.Requested)] = JsonSerializer.Serialize(recipient.Requested, SubscriptionJson.Default.IReadOnlyListFilter),
        [nameof(recipient.AskedAt)] = recipient.AskedAt,
        [nameof(recipient.ExpiresAt)] = recipient.ExpiresAt,
        [nameof(recipient.Secret)] = recipient.Secret,
        [nameof(recipient.EarlierSecret)] = recipient.EarlierSecret,
        [nameof(recipient.EarlierSecretUntil)] = recipient.EarlierSecretUntil,
        [nameof(recipient.Contact)] = recipient.Contact,
        [nameof(recipient.DisabledAt)] = recipient.DisabledAt,
    };

    private static Recipient Recipient(TableEntity entity) => new(
        entity.RowKey,
        Enum.Parse<RecipientKind>(entity.GetString(nameof(Subscriptions.Recipient.Kind))),
        Enum.Parse<RecipientState>(entity.GetString(nameof(Subscriptions.Recipient.State))),
        entity.GetString(nameof(Subscriptions.Recipient.Nonce)),
        entity.GetString(nameof(Subscriptions.Recipient.Sealed)),
        DateOnly.FromDayNumber(entity.GetInt32(nameof(Subscriptions.Recipient.Since)) ?? 0))
    {
        Filters = Filters(entity, nameof(Subscriptions.Recipient.Filters)),
        Requested = Filters(entity, nameof(Subscriptions.Recipient.Requested)),
        AskedAt = entity.GetDateTimeOffset(nameof(Subscriptions.Recipient.AskedAt)),
        ExpiresAt = entity.GetDateTimeOffset(nameof(Subscriptions.Recipient.ExpiresAt)),
        Secret = entity.GetString(nameof(Subscriptions.Recipient.Secret)),
        EarlierSecret = entity.GetString(nameof(Subscriptions.Recipient.EarlierSecret)),
        EarlierSecretUntil = entity.GetDateTimeOffset(nameof(Subscriptions.Recipient.EarlierSecretUntil)),
        Contact = entity.GetString(nameof(Subscriptions.Recipient.Contact)),
        DisabledAt = entity.GetDateTimeOffset(nameof(Subscriptions.Recipient.DisabledAt)),
        Version = entity.ETag.ToString(),
    };

    private static IReadOnlyList<Filter> Filters(TableEntity entity, string name) =>
        JsonSerializer.Deserialize(entity.GetString(name), SubscriptionJson.Default.IReadOnlyListFilter) ?? [];
}
