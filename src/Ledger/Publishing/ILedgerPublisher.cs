using DetainerLedger.History;

namespace DetainerLedger.Publishing;

/// <summary>
/// Adds to the ledger, which is append-only: published facts remain, and newer revisions are added. Each change becomes
/// visible as a whole or not at all. A storage failure is thrown, and every call is idempotent.
/// </summary>
public interface ILedgerPublisher
{
    /// <summary>
    /// Publishes a report as the next revision of its week, unless the week already has the same facts.
    /// Publishing the same arrival again returns the revision that it became.
    /// </summary>
    Task<PublishOutcome> Publish(Edition edition, CancellationToken cancellation);

    /// <summary>Adds a notice of corrections, unless the ledger already has it.</summary>
    /// <returns>Whether the notice is new to the ledger, or was published from this same arrival.</returns>
    Task<bool> Publish(PublishedNotice notice, CancellationToken cancellation);

    /// <summary>Adds the release day to a revision that has none, if the day is possible.</summary>
    /// <returns>The decision, which has been carried out, and whether the revision is now in force.</returns>
    Task<(ReleaseDecision Decision, bool InForce)> AddRelease(DateOnly week, int revision, DateOnly day, CancellationToken cancellation);

    /// <summary>Records a question about a row of a revision, in its reading in force. The row stays as it is.</summary>
    /// <returns>The decision, which has been carried out.</returns>
    Task<QuestionDecision> Ask(DateOnly week, int revision, AskedQuestion asked, CancellationToken cancellation);

    /// <summary>Records that a question is withdrawn. The question stays recorded.</summary>
    /// <returns>The decision, which has been carried out.</returns>
    Task<QuestionDecision> Withdraw(DateOnly week, int revision, QuestionWithdrawal withdrawal, CancellationToken cancellation);

    /// <summary>Replaces a revision's reading in force with that of a newer reader. The earlier reading is kept.</summary>
    /// <returns>The decision, which has been carried out.</returns>
    Task<RereadDecision> Reread(Rereading rereading, CancellationToken cancellation);
}
