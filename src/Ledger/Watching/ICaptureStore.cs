using DetainerLedger.History;

namespace DetainerLedger.Watching;

/// <summary>What is known about the watched sources. A storage failure is thrown, and every write is idempotent.</summary>
public interface ICaptureStore
{
    Task<WatchedSource?> FindSource(string source, CancellationToken cancellation);

    Task<IReadOnlyList<WatchedSource>> ListSources(CancellationToken cancellation);

    Task KeepSource(WatchedSource source, CancellationToken cancellation);

    /// <summary>The addresses of a source that were ever looked at.</summary>
    Task<IReadOnlyList<WatchedAddress>> ListAddresses(string source, CancellationToken cancellation);

    /// <summary>Stores what a look found, all of it or nothing.</summary>
    /// <param name="capture">Null when the look is not recorded.</param>
    Task Keep(WatchedAddress address, Capture? capture, CancellationToken cancellation);

    /// <summary>Captures, newest first.</summary>
    /// <param name="source">The address of the watched page or file; null for all.</param>
    /// <param name="after">Continues after the capture with this id; null begins with the newest.</param>
    Task<IReadOnlyList<Capture>> ListCaptures(string? source, int limit, string? after, CancellationToken cancellation);

    /// <summary>Makes an event known to all readers of the ledger, unless it is known already.</summary>
    Task Publish(FileEvent fileEvent, CancellationToken cancellation);
}

/// <summary>Lets one instance at a time look at the sources.</summary>
public interface ILookLease
{
    /// <returns>Null when another instance has the lease. Disposing it releases it.</returns>
    Task<IAsyncDisposable?> TryAcquire(string name, TimeSpan duration, CancellationToken cancellation);
}
