using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using DetainerLedger.History;
using DetainerLedger.Storage.Tables;
using DetainerLedger.Watching;

namespace DetainerLedger.Storage.Watching;

/// <summary>
/// The captures and the state of the sources in one partition, so that what a look found is stored by one transaction: the state of the
/// address, and the capture among all captures and among those of its source.
/// </summary>
public sealed class TableCaptures(LedgerTables tables, TableLedger ledger) : ICaptureStore
{
    private const string Partition = "captures";
    private const string Sources = "source|";

    private readonly TableClient _table = tables.Captures;

    public async Task<WatchedSource?> FindSource(string source, CancellationToken cancellation)
    {
        var entity = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, Sources + Capture.Key(source), cancellationToken: cancellation);
        return entity.HasValue ? Document(entity.Value!, StoredJson.Default.WatchedSource) : null;
    }

    public Task<IReadOnlyList<WatchedSource>> ListSources(CancellationToken cancellation) =>
        Range(Sources, int.MaxValue, StoredJson.Default.WatchedSource, cancellation);

    public Task KeepSource(WatchedSource source, CancellationToken cancellation)
    {
        var entity = new TableEntity(Partition, Sources + Capture.Key(source.Source))
        {
            [nameof(source.Source)] = source.Source,
            [nameof(source.LastLookAt)] = source.LastLookAt,
            [nameof(source.LastError)] = source.LastError,
        };
        return _table.UpsertEntityAsync(
            entity.With(Packed.Pack(source, StoredJson.Default.WatchedSource)), TableUpdateMode.Replace, cancellation);
    }

    public Task<IReadOnlyList<WatchedAddress>> ListAddresses(string source, CancellationToken cancellation) =>
        Range(Addresses(source), int.MaxValue, StoredJson.Default.WatchedAddress, cancellation);

    public async Task Keep(WatchedAddress address, Capture? capture, CancellationToken cancellation)
    {
        var state = new TableEntity(Partition, Addresses(address.Source) + Capture.Key(address.Address)) { [nameof(address.Address)] = address.Address }
            .With(Packed.Pack(address, StoredJson.Default.WatchedAddress));
        List<TableTransactionAction> actions = [new(TableTransactionActionType.UpsertReplace, state)];
        if (capture is not null)
        {
            var packed = Packed.Pack(capture, StoredJson.Default.Capture);
            foreach (var list in new[] { CapturesOf(null), CapturesOf(capture.Source) })
                actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, Entity(list, capture).With(packed)));
        }

        await _table.SubmitTransactionAsync(actions, cancellation);
    }

    public Task<IReadOnlyList<Capture>> ListCaptures(string? source, int limit, string? after, CancellationToken cancellation) =>
        Range(CapturesOf(source), limit, StoredJson.Default.Capture, cancellation, after is null ? null : Position(after));

    public Task Publish(FileEvent fileEvent, CancellationToken cancellation) => ledger.Publish(fileEvent, cancellation);

    private async Task<IReadOnlyList<T>> Range<T>(
        string prefix, int limit, JsonTypeInfo<T> type, CancellationToken cancellation, string? after = null)
    {
        var end = Keys.AfterPrefix(prefix);
        var range = after is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {prefix} and RowKey lt {end}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {prefix + after} and RowKey lt {end}");
        var found = new List<T>();
        await foreach (var entity in _table.QueryAsync<TableEntity>(range, maxPerPage: Math.Min(limit, 1000), cancellationToken: cancellation))
        {
            found.Add(Document(entity, type));
            if (found.Count == limit) break;
        }

        return found;
    }

    private static TableEntity Entity(string list, Capture capture) => new(Partition, list + Position(capture.Id))
    {
        [nameof(capture.Address)] = capture.Address,
        [nameof(capture.At)] = capture.At,
        [nameof(capture.Outcome)] = capture.Outcome.ToString(),
        [nameof(capture.Status)] = capture.Status,
        [nameof(capture.Sha256)] = capture.Sha256,
    };

    private static T Document<T>(TableEntity entity, JsonTypeInfo<T> type) => Packed.Unpack(Packed.Read(entity), type);

    private static string Addresses(string source) => $"address|{Capture.Key(source)}|";

    private static string CapturesOf(string? source) => source is null ? "capture|" : $"of|{Capture.Key(source)}|";

    // Newest first. The id begins with 21 digits of time.
    private static string Position(string id) =>
        (Int128.Parse("999999999999999999999", CultureInfo.InvariantCulture) - Int128.Parse(id.AsSpan(0, 21), NumberStyles.None, CultureInfo.InvariantCulture))
        .ToString("D21", CultureInfo.InvariantCulture) + id[21..];
}
