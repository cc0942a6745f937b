using Azure.Data.Tables;
using DetainerLedger.Storage.Tables;
using DetainerLedger.Watching;

namespace DetainerLedger.Storage.Watching;

/// <summary>The fetched mementos, in plain columns.</summary>
public sealed class TableMementos(LedgerTables tables) : IMementoStore
{
    public async Task<IReadOnlyList<FetchedMemento>> List(string timeMap, CancellationToken cancellation)
    {
        var partition = Capture.Key(timeMap);
        var fetched = new List<FetchedMemento>();
        await foreach (var entity in tables.Mementos.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            fetched.Add(new FetchedMemento(
                entity.GetString(nameof(FetchedMemento.Address)),
                entity.GetDateTimeOffset(nameof(FetchedMemento.At)) ?? default,
                entity.GetString(nameof(FetchedMemento.Sha256)))
            {
                IsDropped = entity.GetBoolean(nameof(FetchedMemento.IsDropped)) == true,
            });
        return fetched;
    }

    public Task Keep(string timeMap, FetchedMemento memento, CancellationToken cancellation) => tables.Mementos.UpsertEntityAsync(
        new TableEntity(Capture.Key(timeMap), Capture.Key(memento.Address))
        {
            [nameof(memento.Address)] = memento.Address,
            [nameof(memento.At)] = memento.At,
            [nameof(memento.Sha256)] = memento.Sha256,
            [nameof(memento.IsDropped)] = memento.IsDropped,
        },
        TableUpdateMode.Replace,
        cancellation);
}
