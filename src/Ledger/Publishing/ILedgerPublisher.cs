using DetainerLedger.History;

namespace DetainerLedger.Publishing;

/// <summary>
/// Adds to the ledger, which is append-only: what was published stays, and newer revisions are added to it. Each change becomes
/// visible as a whole or not at all. A failure of storage is thrown, and every call may be repeated.
/// </summary>
public interface ILedgerPublisher
{
    /// <summary>
    /// Makes a report the next revision of its week; or finds that the week says the same already.
    /// Publishing the same arrival again gives the revision that it became.
    /// </summary>
    Task<PublishOutcome> Publish(Edition edition, CancellationToken cancellation);

    /// <summary>Adds a notice of corrections; or finds that the ledger holds it already.</summary>
    /// <returns>Whether the notice is new to the ledger, or was published from this same arrival.</returns>
    Task<bool> Publish(PublishedNotice notice, CancellationToken cancellation);

    /// <summary>Adds the release day to a revision that has none, if it can be its day.</summary>
    /// <returns>The decision, carried out, and whether the revision is in force after it.</returns>
    Task<(ReleaseDecision Decision, bool InForce)> AddRelease(DateOnly week, int revision, DateOnly day, CancellationToken cancellation);

    /// <summary>Replaces the reading in force of a revision by one of a newer reader. The earlier reading is kept.</summary>
    /// <returns>The decision, carried out.</returns>
    Task<RereadDecision> Reread(Rereading rereading, CancellationToken cancellation);
}
