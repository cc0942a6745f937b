namespace DetainerLedger.Subscriptions;

/// <summary>An append-only record from which events are derived, such as the index.</summary>
public interface IChangeSource
{
    /// <summary>All events, in the order in which they happened. An event that was returned once is always returned, with the same id.</summary>
    /// <exception cref="TimeoutException">Storage did not respond, and what is in memory may be stale.</exception>
    Task<IReadOnlyList<LedgerChange>> ReadChanges(CancellationToken cancellation);

    /// <summary>What an event of this source says; null for an event of another source.</summary>
    Task<ChangeDetails?> ReadDetails(LedgerChange change, CancellationToken cancellation);
}

/// <summary>What an event says.</summary>
/// <param name="Headline">One line. It names no place that only a part of the subscribers follow.</param>
/// <param name="Sentences">What is said to subscribers who follow everything.</param>
/// <param name="Places">The places that the event changes, each with what changed. A place where nothing changed is not among them.</param>
public sealed record ChangeDetails(string Headline, IReadOnlyList<string> Sentences, IReadOnlyList<PlaceChange> Places)
{
    /// <summary>The digest, if that is the event.</summary>
    public Digests.Digest? Digest { get; init; }
}
