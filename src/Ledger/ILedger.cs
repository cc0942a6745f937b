using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;

namespace DetainerLedger;

/// <summary>
/// The one seam to storage. The ledger is append-only: what was published stays, and is joined by newer revisions.
/// A failure of storage is thrown, so that whoever called can run again: every write may be repeated.
/// </summary>
public interface ILedger
{
    /// <summary>Writes an arrival down unless it is known already.</summary>
    /// <returns>The arrival as the ledger holds it: the given one, or the earlier record of the same blob version.</returns>
    Task<Arrival> Receive(Arrival arrival, CancellationToken cancellation);

    /// <summary>Writes down what became of an arrival. A failure never replaces a success, in whichever order they are reported.</summary>
    /// <returns>The arrival as the ledger holds it now.</returns>
    Task<Arrival> Settle(Arrival arrival, CancellationToken cancellation);

    Task<Arrival?> FindArrival(ArrivalId id, CancellationToken cancellation);

    /// <summary>Arrivals, newest first.</summary>
    /// <param name="limit">From 1 to 1,000.</param>
    /// <param name="after">Continues behind this arrival; null begins with the newest.</param>
    Task<IReadOnlyList<Arrival>> ListArrivals(int limit, ArrivalId? after, CancellationToken cancellation);

    /// <summary>
    /// Makes a report the next revision of its week, all of it at once; or finds that the week says the same already.
    /// Publishing the same arrival again gives the revision that it became.
    /// </summary>
    Task<PublishOutcome> Publish(Edition edition, CancellationToken cancellation);

    /// <summary>Adds the release day to a revision that has none, if it can be its day.</summary>
    /// <returns>The decision, carried out, and whether the revision is in force after it.</returns>
    Task<(ReleaseDecision Decision, bool InForce)> AddRelease(DateOnly week, int revision, DateOnly day, CancellationToken cancellation);

    /// <summary>Puts what came of reading a file again in the place of the reading in force, all of it at once. The earlier reading stays.</summary>
    /// <returns>The decision, carried out.</returns>
    Task<RereadDecision> Reread(Rereading rereading, CancellationToken cancellation);

    /// <summary>Adds a notice of corrections, all of it at once; or finds that the ledger holds it already.</summary>
    /// <returns>Whether the notice is new to the ledger, or was made known by this same arrival.</returns>
    Task<bool> Publish(PublishedNotice notice, CancellationToken cancellation);

    /// <summary>
    /// What the ledger holds: every week's revisions and every correction, without the rows.
    /// It may be some seconds old, as the options tell; what this process published itself is always in it.
    /// </summary>
    Task<LedgerIndex> ReadIndex(CancellationToken cancellation);

    /// <summary>The whole of a revision that the index names.</summary>
    Task<PublishedReport> ReadReport(Revision revision, CancellationToken cancellation);

    /// <summary>What every report, of every revision, says of one jurisdiction; empty when none names it.</summary>
    /// <param name="jurisdictionId">As <c>tx-travis-county</c>: its first two letters are the state.</param>
    Task<IReadOnlyList<JurisdictionWeek>> ReadJurisdiction(string jurisdictionId, CancellationToken cancellation);

    /// <summary>What each of these revisions counts for each jurisdiction, in their order.</summary>
    Task<IReadOnlyList<ReportCounts>> ReadCounts(IReadOnlyList<Revision> revisions, CancellationToken cancellation);

    /// <summary>Stores a digest unless its week and revision have one.</summary>
    /// <returns>False when somebody was there before; theirs stays.</returns>
    Task<bool> KeepDigest(StoredDigest digest, CancellationToken cancellation);

    Task<StoredDigest?> FindDigest(DateOnly week, int revision, CancellationToken cancellation);

    /// <summary>Every digest that was composed, the newest week first, without its text.</summary>
    Task<IReadOnlyList<DigestHeading>> ListDigests(CancellationToken cancellation);

    /// <summary>Throws when storage does not answer.</summary>
    Task Ping(CancellationToken cancellation);
}
