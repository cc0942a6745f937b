using Azure.Data.Tables;
using DetainerLedger.Storage.Tables;

namespace DetainerLedger.Storage.Backup;

/// <summary>
/// The tables that a backup has, in the order in which they are read. Whatever refers to a revision is read before the index, and
/// what the index refers to is read after it: facts are written before the index names them, and digests, captures and outcomes after. So a
/// backup that is taken during a publication has all of it or nothing.
/// </summary>
internal sealed record BackupScope(
    IReadOnlyList<(string Name, TableClient Table)> BeforeIndex,
    (string Name, TableClient Table) Arrivals,
    (string Name, TableClient Table) Index,
    IReadOnlyList<(string Name, TableClient Table)> AfterIndex)
{
    /// <summary>All of them.</summary>
    public IEnumerable<(string Name, TableClient Table)> All => [.. BeforeIndex, Arrivals, Index, .. AfterIndex];

    public static BackupScope Of(LedgerTables tables) => new(
        [
            (nameof(tables.Captures), tables.Captures),
            (nameof(tables.Mementos), tables.Mementos),
            (nameof(tables.Digests), tables.Digests),
            (nameof(tables.Retries), tables.Retries),
        ],
        (nameof(tables.Arrivals), tables.Arrivals),
        (nameof(tables.Index), tables.Index),
        [(nameof(tables.Facts), tables.Facts), (nameof(tables.Reports), tables.Reports), (nameof(tables.Counts), tables.Counts)]);
}
