using Azure.Data.Tables;

namespace DetainerLedger.Storage.Tables;

/// <summary>The tables of one ledger; docs/adr/0002-storage-layout.md describes and explains the layout.</summary>
public sealed class LedgerTables(TableServiceClient service, string prefix)
{
    /// <summary>One partition: an entry for each week, one for each notice of corrections, and the head.</summary>
    public TableClient Index { get; } = service.GetTableClient(prefix + "Index");

    /// <summary>Whole reports: the partition is the week.</summary>
    public TableClient Reports { get; } = service.GetTableClient(prefix + "Reports");

    /// <summary>What reports state about a jurisdiction: the partition is the state.</summary>
    public TableClient Facts { get; } = service.GetTableClient(prefix + "Facts");

    /// <summary>One partition: the counts of each report, without the rows.</summary>
    public TableClient Counts { get; } = service.GetTableClient(prefix + "Counts");

    /// <summary>Every arrival, newest first.</summary>
    public TableClient Arrivals { get; } = service.GetTableClient(prefix + "Arrivals");

    public TableClient Digests { get; } = service.GetTableClient(prefix + "Digests");

    /// <summary>Files that are retried after a storage failure: usually empty.</summary>
    public TableClient Retries { get; } = service.GetTableClient(prefix + "Retries");

    /// <summary>One partition: what is known about watched sources, and all captures.</summary>
    public TableClient Captures { get; } = service.GetTableClient(prefix + "Captures");

    /// <summary>The mementos of web archives that were fetched: the partition is the TimeMap.</summary>
    public TableClient Mementos { get; } = service.GetTableClient(prefix + "Mementos");

    /// <summary>Creates the tables that don't exist yet.</summary>
    public Task Create(CancellationToken cancellation) => Task.WhenAll(
        new[] { Index, Reports, Facts, Counts, Arrivals, Digests, Retries, Captures, Mementos }.Select(table => table.CreateIfNotExistsAsync(cancellation)));
}
