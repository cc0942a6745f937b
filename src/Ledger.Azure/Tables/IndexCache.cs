using DetainerLedger.History;

namespace DetainerLedger.Storage.Tables;

/// <summary>The index in memory: asked of the store at most once in a while whether it has moved on, and read again only then.</summary>
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
            // Taken before the store is asked: what is published while it answers may be missing from the answer.
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

    /// <summary>The next reader asks the store.</summary>
    public void Invalidate() => Interlocked.Increment(ref _invalidations);

    public void Dispose() => _gate.Dispose();

    private bool IsFresh(Entry entry) =>
        entry.Invalidations == Volatile.Read(ref _invalidations) && time.GetElapsedTime(entry.Asked) < freshFor;

    private sealed record Entry(LedgerIndex Index, long Asked, int Invalidations);
}
