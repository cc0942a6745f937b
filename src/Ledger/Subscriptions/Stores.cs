namespace DetainerLedger.Subscriptions;

/// <summary>
/// The recipients. Rows are distributed over <see cref="Shards"/> parts by the first digit of their id, so that a dispatch reads them in
/// parts and memory stays flat.
/// </summary>
public interface IRecipientStore
{
    const string Shards = "0123456789abcdef";

    Task<Recipient?> FindRecipient(string id, CancellationToken cancellation);

    /// <returns>False when a row with the id exists.</returns>
    Task<bool> AddRecipient(Recipient recipient, CancellationToken cancellation);

    /// <returns>False when another writer has changed or deleted the row since it was read.</returns>
    Task<bool> ReplaceRecipient(Recipient recipient, CancellationToken cancellation);

    /// <summary>
    /// Deletes the row and all deliveries to it. The address is deleted first. A recipient that doesn't exist is not an error.
    /// </summary>
    Task DeleteRecipient(string id, CancellationToken cancellation);

    /// <summary>Completes the deletions that were interrupted.</summary>
    Task FinishDeletions(CancellationToken cancellation);

    IAsyncEnumerable<Recipient> ListRecipients(char shard, CancellationToken cancellation);

    /// <summary>The recipients whose <see cref="Recipient.ExpiresAt"/> has come.</summary>
    IAsyncEnumerable<Recipient> ListExpired(DateTimeOffset now, CancellationToken cancellation);
}

public interface IDeliveryStore
{
    /// <summary>Inserts those that are absent; the others remain unchanged. All must be of one shard.</summary>
    Task AddDeliveries(IReadOnlyList<TrackedDelivery> deliveries, CancellationToken cancellation);

    Task<TrackedDelivery?> FindDelivery(DeliveryId id, CancellationToken cancellation);

    /// <returns>The row with its new version; null when another writer has changed or deleted it since it was read.</returns>
    Task<TrackedDelivery?> ReplaceDelivery(TrackedDelivery delivery, CancellationToken cancellation);

    /// <summary>The deliveries to one recipient.</summary>
    IAsyncEnumerable<TrackedDelivery> ListDeliveries(string recipient, CancellationToken cancellation);

    /// <summary>The pending deliveries that were due before the given moment.</summary>
    IAsyncEnumerable<DeliveryId> ListOverdue(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Deletes the deliveries that ended before the given moment.</summary>
    Task DeleteEnded(DateTimeOffset before, CancellationToken cancellation);
}

public interface IDispatchMarks
{
    /// <summary>The ids of all events that have been dispatched; null before the first dispatch.</summary>
    Task<IReadOnlySet<string>?> ReadMarks(CancellationToken cancellation);

    Task Mark(IReadOnlyCollection<string> changes, CancellationToken cancellation);

    /// <summary>Records that the first dispatch has marked everything that there was.</summary>
    Task MarkStarted(CancellationToken cancellation);

    /// <summary>Counts something within an hour, for a limit.</summary>
    /// <returns>False when it would exceed the limit.</returns>
    Task<bool> Count(string what, DateTimeOffset now, int limit, CancellationToken cancellation);
}

public interface IDeliveryMessages
{
    Task Send(DeliveryId id, TimeSpan delay, CancellationToken cancellation);

    /// <summary>Asks for a dispatch.</summary>
    Task RequestDispatch(CancellationToken cancellation);
}
