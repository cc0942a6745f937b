using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>
/// Every file that arrived, and what became of it. A failure of storage is thrown, and every write may be repeated.
/// </summary>
public interface IArrivalStore
{
    /// <summary>Records an arrival unless it is recorded already.</summary>
    /// <returns>The arrival as the ledger holds it: the given one, or the earlier record of the same blob version.</returns>
    Task<Arrival> Receive(Arrival arrival, CancellationToken cancellation);

    /// <summary>Records what became of an arrival. A failure never replaces a success, in whichever order they are reported.</summary>
    /// <returns>The arrival as the ledger holds it now.</returns>
    Task<Arrival> Settle(Arrival arrival, CancellationToken cancellation);

    Task<Arrival?> FindArrival(ArrivalId id, CancellationToken cancellation);

    /// <summary>Arrivals, newest first.</summary>
    /// <param name="limit">From 1 to 1,000.</param>
    /// <param name="after">Continues after this arrival; null begins with the newest.</param>
    Task<IReadOnlyList<Arrival>> ListArrivals(int limit, ArrivalId? after, CancellationToken cancellation);
}
