using DetainerLedger.History;

namespace DetainerLedger.Storage.Tables;

/// <summary>
/// The index in memory. The store is checked for a new version at most once per interval, and read again only if there is one.
/// While the store doesn't respond, the index in memory is returned, marked as stale: no reader waits longer than
/// <see cref="Patience"/>, and only one at a time checks the store.
/// </summary>
internal sealed class IndexCache(IndexTable table, TimeSpan freshFor, TimeProvider time) : IDisposable
{
    /// <summary>How long a reader waits for the store while there is an index in memory.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Between two attempts during an outage.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile Entry? _entry;
    private volatile Failure? _failure;
    private int _invalidations;

    /// <summary>Whether the store didn't respond to the last attempt.</summary>
    public bool IsStale => _failure is not null;

    public async Task<LedgerIndex> Read(CancellationToken cancellation)
    {
        if (_entry is not { } held) return await ReadLimit.Run(Refresh, ReadLimit.Usual, time, cancellation);
        if (IsFresh(held)) return held.Index;
        if (_failure is { } failed && time.GetElapsedTime(failed.At) < Pause) return Stale(held);

        // What this process has published is never missing, unless storage fails right after it.
        var isOutdated = held.Invalidations != Volatile.Read(ref _invalidations);
        using var patience = new CancellationTokenSource(isOutdated && _failure is null ? ReadLimit.Usual : Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return await Refresh(either.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && StorageFailure.IsTransient(failure))
        {
            _failure = new Failure(time.GetTimestamp());
            return Stale(_entry!);
        }
    }

    /// <summary>Makes the next reader check the store.</summary>
    public void Expire() => Interlocked.Increment(ref _invalidations);

    /// <summary>Makes the next reader check the store, which has just been written to.</summary>
    public void Invalidate()
    {
        Expire();
        // The store has just responded.
        _failure = null;
    }

    public void Dispose() => _gate.Dispose();

    private async Task<LedgerIndex> Refresh(CancellationToken cancellation)
    {
        // During an outage one reader checks the store, and the others don't wait for it.
        var wait = _failure is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;
        if (!await _gate.WaitAsync(_entry is null ? Timeout.InfiniteTimeSpan : wait, cancellation)) return Stale(_entry!);
        try
        {
            if (_entry is { } refreshed && IsFresh(refreshed)) return refreshed.Index;
            if (_entry is { } old && _failure is { } failed && time.GetElapsedTime(failed.At) < Pause) return Stale(old);
            // Taken before the request: a publication during the request may be missing from the result.
            var (invalidations, asked) = (Volatile.Read(ref _invalidations), time.GetTimestamp());
            var index = _entry is { } held && await table.ReadVersion(cancellation) == held.Index.Version ? held.Index : await table.Read(cancellation);
            _entry = new Entry(index, asked, invalidations);
            _failure = null;
            return index;
        }
        finally
        {
            _gate.Release();
        }
    }

    private LedgerIndex Stale(Entry entry) => entry.Index.AsStale(time.GetElapsedTime(entry.Asked));

    private bool IsFresh(Entry entry) =>
        entry.Invalidations == Volatile.Read(ref _invalidations) && time.GetElapsedTime(entry.Asked) < freshFor;

    private sealed record Entry(LedgerIndex Index, long Asked, int Invalidations);

    private sealed record Failure(long At);
}
