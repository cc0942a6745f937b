using Azure.Data.Tables;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Tables;

namespace DetainerLedger.Storage.Backup;

/// <summary>
/// The arrivals of a backup. They are read before the index, so that none of them names a revision that the index lacks. Those that
/// the index names, and that were not settled yet, are read once more after it.
/// </summary>
internal sealed class BackedUpArrivals(TableClient table)
{
    private readonly Dictionary<ArrivalId, TableEntity> _entities = [];

    public IEnumerable<TableEntity> Entities => _entities.Values.OrderBy(entity => entity.RowKey, StringComparer.Ordinal);

    /// <summary>Those whose file is archived, and need not be dropped again.</summary>
    public IReadOnlySet<ArrivalId> Archived => _entities
        .Where(entry => ArrivalTable.Arrival(entry.Value) is { Sha256: not null, State: not ArrivalState.Received })
        .Select(entry => entry.Key)
        .ToHashSet();

    public async Task Read(CancellationToken cancellation)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
            _entities[ArrivalTable.Arrival(entity).Id] = entity;
    }

    /// <param name="index">The index, read after the arrivals.</param>
    public async Task ReadAgain(IndexContent index, CancellationToken cancellation)
    {
        foreach (var (id, revision) in index.Published)
        {
            if (_entities.TryGetValue(id, out var known) && ArrivalTable.Arrival(known).State != ArrivalState.Received) continue;
            var current = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Arrivals, Keys.Arrival(id), cancellationToken: cancellation);
            if (current.HasValue) _entities[id] = Settled(current.Value!, revision);
        }
    }

    // Published, but its outcome isn't recorded yet; a process may have ended in between. A restored ledger must not read it again.
    private static TableEntity Settled(TableEntity entity, Revision? revision)
    {
        var arrival = ArrivalTable.Arrival(entity);
        return arrival.State != ArrivalState.Received
            ? entity
            : ArrivalTable.Entity(arrival with
            {
                State = ArrivalState.Published,
                Sha256 = arrival.Sha256 ?? revision?.Source.Sha256,
                Week = revision?.Week,
                Revision = revision?.Number,
                Error = null,
                NextTry = null,
            });
    }
}
