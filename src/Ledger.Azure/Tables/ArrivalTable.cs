using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.Ingest;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tables;

/// <summary>Every arrival, in columns that are readable in a table browser.</summary>
internal sealed class ArrivalTable(TableClient table)
{
    public async Task<Arrival> Receive(Arrival arrival, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(Entity(arrival), cancellation);
            return arrival;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return await Find(arrival.Id, cancellation) ?? throw new InvalidDataException($"Arrival {arrival.Id} exists but could not be read.");
        }
    }

    public async Task<Arrival> Settle(Arrival arrival, CancellationToken cancellation)
    {
        if (arrival.State is not (ArrivalState.Published or ArrivalState.Unchanged)) return await SettleFailure(arrival, cancellation);
        await table.UpsertEntityAsync(Entity(arrival), TableUpdateMode.Replace, cancellation);
        return arrival;
    }

    public async Task<Arrival?> Find(ArrivalId id, CancellationToken cancellation)
    {
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Arrivals, Keys.Arrival(id), cancellationToken: cancellation);
        return entity.HasValue ? Arrival(entity.Value!) : null;
    }

    public async Task<IReadOnlyList<Arrival>> List(int limit, ArrivalId? after, CancellationToken cancellation)
    {
        var last = after is { } id ? Keys.Arrival(id) : "";
        var range = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Arrivals} and RowKey gt {last}");
        var arrivals = new List<Arrival>(limit);
        await foreach (var entity in table.QueryAsync<TableEntity>(range, maxPerPage: limit, cancellationToken: cancellation))
        {
            arrivals.Add(Arrival(entity));
            if (arrivals.Count == limit) break;
        }

        return arrivals;
    }

    // The same event can be delivered twice, and one delivery can fail after the other has published.
    private Task<Arrival> SettleFailure(Arrival arrival, CancellationToken cancellation) => ConditionalUpdate.Run(
        $"arrival {arrival.Id}",
        async stop =>
        {
            TableEntity held = await table.GetEntityAsync<TableEntity>(Keys.Arrivals, Keys.Arrival(arrival.Id), cancellationToken: stop);
            var current = Arrival(held);
            if (current.State is ArrivalState.Published or ArrivalState.Unchanged) return current;
            try
            {
                await table.UpdateEntityAsync(Entity(arrival), held.ETag, TableUpdateMode.Replace, stop);
                return arrival;
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
            {
                return null;
            }
        },
        cancellation);

    public static TableEntity Entity(Arrival arrival)
    {
        var entity = new TableEntity(Keys.Arrivals, Keys.Arrival(arrival.Id))
        {
            [nameof(arrival.Id)] = arrival.Id.ToString(),
            [nameof(arrival.Name)] = arrival.Name,
            [nameof(arrival.BlobName)] = arrival.BlobName,
            ["BlobETag"] = arrival.ETag,
            [nameof(arrival.Sha256)] = arrival.Sha256,
            [nameof(arrival.Format)] = arrival.Format,
            [nameof(arrival.Bytes)] = arrival.Bytes,
            [nameof(arrival.ReceivedAt)] = arrival.ReceivedAt,
            [nameof(arrival.ReleasedOn)] = Text(arrival.ReleasedOn),
            [nameof(arrival.SourceAddress)] = arrival.SourceAddress,
            [nameof(arrival.SeenAt)] = arrival.SeenAt,
            [nameof(arrival.State)] = arrival.State.ToString(),
            [nameof(arrival.Week)] = Text(arrival.Week),
            [nameof(arrival.Revision)] = arrival.Revision,
            [nameof(arrival.InForce)] = arrival.InForce,
            [nameof(arrival.Error)] = arrival.Error is { } error ? JsonSerializer.Serialize(error, StoredJson.Default.Refusal) : null,
            [nameof(arrival.NextTry)] = arrival.NextTry,
        };
        return arrival.Checks.Count == 0 ? entity : entity.With(Packed.Pack(arrival.Checks, StoredJson.Default.IReadOnlyListCheck));
    }

    public static Arrival Arrival(TableEntity entity) => new()
    {
        Id = ArrivalId.TryParse(entity.GetString(nameof(Ingest.Arrival.Id)), out var id) ? id : throw new InvalidDataException($"The entity {entity.RowKey} has no report id."),
        Name = entity.GetString(nameof(Ingest.Arrival.Name)),
        BlobName = entity.GetString(nameof(Ingest.Arrival.BlobName)),
        ETag = entity.GetString("BlobETag"),
        Sha256 = entity.GetString(nameof(Ingest.Arrival.Sha256)),
        Format = entity.GetString(nameof(Ingest.Arrival.Format)),
        Bytes = entity.GetInt64(nameof(Ingest.Arrival.Bytes)) ?? 0,
        ReceivedAt = entity.GetDateTimeOffset(nameof(Ingest.Arrival.ReceivedAt)) ?? id.WrittenAt,
        ReleasedOn = Day(entity, nameof(Ingest.Arrival.ReleasedOn)),
        SourceAddress = entity.GetString(nameof(Ingest.Arrival.SourceAddress)),
        SeenAt = entity.GetDateTimeOffset(nameof(Ingest.Arrival.SeenAt)),
        State = Enum.Parse<ArrivalState>(entity.GetString(nameof(Ingest.Arrival.State))),
        Week = Day(entity, nameof(Ingest.Arrival.Week)),
        Revision = entity.GetInt32(nameof(Ingest.Arrival.Revision)),
        InForce = entity.GetBoolean(nameof(Ingest.Arrival.InForce)),
        Error = entity.GetString(nameof(Ingest.Arrival.Error)) is { } error ? JsonSerializer.Deserialize(error, StoredJson.Default.Refusal) : null,
        NextTry = entity.GetDateTimeOffset(nameof(Ingest.Arrival.NextTry)),
        Checks = Packed.Read(entity) is { Length: > 0 } packed ? Packed.Unpack(packed, StoredJson.Default.IReadOnlyListCheck) : [],
    };

    private static string? Text(DateOnly? day) => day is { } value ? ReportingWeek.Name(value) : null;

    private static DateOnly? Day(TableEntity entity, string property) =>
        entity.GetString(property) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
