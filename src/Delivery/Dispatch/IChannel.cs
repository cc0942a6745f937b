using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Dispatch;

/// <summary>A way to reach recipients of one kind.</summary>
public interface IChannel
{
    RecipientKind Kind { get; }

    /// <summary>Sends an event once. Never throws for what the receiver or the network does, and never logs an address.</summary>
    Task<SendOutcome> Send(Recipient recipient, KnownChange change, CancellationToken cancellation);
}
