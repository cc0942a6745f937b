using Azure.Data.Tables;

namespace DetainerLedger.Storage.Tables;

/// <summary>
/// Splits writes into entity group transactions: one partition, at most 100 entities and 4 MiB each.
/// Azurite accepts more, Azure does not.
/// </summary>
internal static class EntityBatches
{
    private const int EntityLimit = 100;
    private const long ByteLimit = 3_500_000;

    public static IEnumerable<IReadOnlyList<TableTransactionAction>> Of(IEnumerable<TableEntity> entities)
    {
        foreach (var partition in entities.GroupBy(entity => entity.PartitionKey))
        {
            var batch = new List<TableTransactionAction>();
            var bytes = 0L;
            foreach (var entity in partition)
            {
                var size = Size(entity);
                if (batch.Count == EntityLimit || (batch.Count > 0 && bytes + size > ByteLimit))
                {
                    yield return batch;
                    batch = [];
                    bytes = 0;
                }

                // A repeated publication writes the same keys again, so an insertion would fail.
                batch.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity));
                bytes += size;
            }

            yield return batch;
        }
    }

    // The size of the request: Base64 for binary data, and a few hundred bytes of headers and names for each entity.
    private static long Size(TableEntity entity) => 1024 + entity.Sum(property => property.Value switch
    {
        byte[] bytes => (bytes.Length * 4L / 3) + 32,
        string text => (text.Length * 3L) + 32,
        _ => 64L,
    });
}
