namespace DetainerLedger.History;

public interface IIndexReader
{
    /// <summary>
    /// The content of the ledger: every week's revisions and every correction, without the rows.
    /// It may be stale by the seconds set in the options, but always includes what this process has published. While storage
    /// doesn't respond, the last one that was read is returned (<see cref="LedgerView.StaleFor"/>), if there is one.
    /// </summary>
    Task<LedgerIndex> ReadIndex(CancellationToken cancellation);

    /// <summary>Makes the next <see cref="ReadIndex"/> check the store. Has no effect on a reader without a cache.</summary>
    void Expire()
    {
    }
}

public static class AsOfQueries
{
    /// <summary>The ledger as it is now, for a decision that is written down: nothing may be missing from it.</summary>
    /// <exception cref="TimeoutException">Storage did not respond, and the index in memory may be stale.</exception>
    public static async Task<LedgerView> ReadCurrent(this IIndexReader ledger, CancellationToken cancellation)
    {
        // Another instance may have published in the seconds during which readers use the index in memory.
        ledger.Expire();
        return (await ledger.ReadIndex(cancellation)).Now is { StaleFor: null } current
            ? current
            : throw new TimeoutException("Storage did not respond when the index was read.");
    }

    /// <summary>The ledger as it was known at a moment.</summary>
    /// <param name="asOf">Null for now.</param>
    public static async Task<LedgerView> ReadView(this IIndexReader ledger, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var index = await ledger.ReadIndex(cancellation);
        return asOf is { } moment ? index.AsOf(moment) : index.Now;
    }
}
