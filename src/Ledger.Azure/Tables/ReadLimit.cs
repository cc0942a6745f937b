namespace DetainerLedger.Storage.Tables;

/// <summary>
/// Limits the time of a read, so that no request hangs while storage doesn't respond: the SDK alone would try for minutes. The
/// limit is short while an outage is known.
/// </summary>
internal sealed class ReadLimit(IndexCache index, TimeProvider time)
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan DuringOutage = IndexCache.Patience;

    /// <exception cref="TimeoutException">Storage did not respond in time.</exception>
    public Task<T> Run<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        Run(read, index.IsStale ? DuringOutage : Usual, time, cancellation);

    /// <inheritdoc cref="Run{T}(Func{CancellationToken, Task{T}}, CancellationToken)"/>
    public static async Task<T> Run<T>(Func<CancellationToken, Task<T>> read, TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        using var end = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, end.Token);
        try
        {
            return await read(either.Token);
        }
        catch (Exception failure) when (end.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"Storage did not respond within {limit.TotalSeconds:0} seconds.", failure);
        }
    }
}
