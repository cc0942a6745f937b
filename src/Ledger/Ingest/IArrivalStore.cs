using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>
/// The arrivals and their outcomes. A storage failure is thrown, and every write is idempotent.
/// </summary>
public interface IArrivalStore
{
    /// <summary>Records an arrival unless it is already recorded.</summary>
    /// <returns>The stored arrival: the given one, or the earlier record of the same blob version.</returns>
    Task<Arrival> Receive(Arrival arrival, CancellationToken cancellation);

    /// <summary>Records the outcome of an arrival. A failure never replaces a success, regardless of the order in which they are reported.</summary>
    /// <returns>The stored arrival.</returns>
    Task<Arrival> Settle(Arrival arrival, CancellationToken cancellation);

    Task<Arrival?> FindArrival(ArrivalId id, CancellationToken cancellation);

    /// <summary>Arrivals, newest first.</summary>
    /// <param name="limit">From 1 to 1,000.</param>
    /// <param name="after">Continues after this arrival; null begins with the newest.</param>
    Task<IReadOnlyList<Arrival>> ListArrivals(int limit, ArrivalId? after, CancellationToken cancellation);
}
