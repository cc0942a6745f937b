using DetainerLedger.History;

namespace DetainerLedger.Storage.Tables;

/// <summary>The index in memory. The store is checked for a new version at most once per interval, and read again only if there is one.</summary>
internal sealed class IndexCache(IndexTable table, TimeSpan freshFor, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private volatile Entry? _entry;
    private int _invalidations;

    public async Task<LedgerIndex> Read(CancellationToken cancellation)
    {
        if (_entry is { } fresh && IsFresh(fresh)) return fresh.Index;
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_entry is { } refreshed && IsFresh(refreshed)) return refreshed.Index;
            // Taken before the request: a publication during the request may be missing from the result.
            var (invalidations, asked) = (Volatile.Read(ref _invalidations), time.GetTimestamp());
            var index = _entry is { } held && await table.ReadVersion(cancellation) == held.Index.Version ? held.Index : await table.Read(cancellation);
            _entry = new Entry(index, asked, invalidations);
            return index;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Makes the next reader check the store.</summary>
    public void Invalidate() => Interlocked.Increment(ref _invalidations);

    public void Dispose() => _gate.Dispose();

    private bool IsFresh(Entry entry) =>
        entry.Invalidations == Volatile.Read(ref _invalidations) && time.GetElapsedTime(entry.Asked) < freshFor;

    private sealed record Entry(LedgerIndex Index, long Asked, int Invalidations);
}
