using Azure.Storage.Queues;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Storage.Deliveries;

/// <summary>The queues that trigger a dispatch and a try. Messages contain ids only.</summary>
/// <param name="prefix">Of the names of the queues. Triggers watch those without.</param>
public sealed class DeliveryQueues(QueueServiceClient service, string prefix = "") : IDeliveryMessages
{
    public const string Deliveries = "deliveries";
    public const string Dispatches = "dispatches";

    // A message that is lost is sent again by the sweep, so that it may expire.
    private static readonly TimeSpan TimeToLive = TimeSpan.FromDays(7);

    private readonly QueueClient _deliveries = service.GetQueueClient(prefix + Deliveries);
    private readonly QueueClient _dispatches = service.GetQueueClient(prefix + Dispatches);

    public Task Send(DeliveryId id, TimeSpan delay, CancellationToken cancellation) =>
        _deliveries.SendMessageAsync(id.ToString(), delay, TimeToLive, cancellation);

    public Task RequestDispatch(CancellationToken cancellation) => _dispatches.SendMessageAsync("dispatch", null, TimeToLive, cancellation);

    /// <summary>Creates the queues that don't exist yet.</summary>
    public Task Create(CancellationToken cancellation) => Task.WhenAll(
        _deliveries.CreateIfNotExistsAsync(cancellationToken: cancellation), _dispatches.CreateIfNotExistsAsync(cancellationToken: cancellation));
}
