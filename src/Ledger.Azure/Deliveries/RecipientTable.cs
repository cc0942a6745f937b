using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Storage.Deliveries;

/// <summary>The recipients on Table Storage.</summary>
public sealed class RecipientTable(DeliveryTables tables, DeliveryTable deliveries) : IRecipientStore
{
    public async Task<Recipient?> FindRecipient(string id, CancellationToken cancellation)
    {
        var entity = await tables.Recipients.GetEntityIfExistsAsync<TableEntity>(Shard(id), id, cancellationToken: cancellation);
        return entity.HasValue ? Recipient(entity.Value!) : null;
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
        // The row first: from then on nothing is sent, even if the rest fails. Whoever deletes again deletes the rest.
        await tables.Recipients.DeleteEntityAsync(Shard(id), id, cancellationToken: cancellation);
        await deliveries.DeleteDeliveries(id, cancellation);
    }

    public async IAsyncEnumerable<Recipient> ListRecipients(char shard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard.ToString()}");
        await foreach (var entity in tables.Recipients.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) yield return Recipient(entity);
    }

    internal static string Shard(string id) => id[..1];

    private static TableEntity Entity(Recipient recipient) => new(Shard(recipient.Id), recipient.Id)
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
        Version = entity.ETag.ToString(),
    };

    private static IReadOnlyList<Filter> Filters(TableEntity entity, string name) =>
        JsonSerializer.Deserialize(entity.GetString(name), SubscriptionJson.Default.IReadOnlyListFilter) ?? [];
}
