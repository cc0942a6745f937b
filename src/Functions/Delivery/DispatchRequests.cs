using DetainerLedger.Delivery.Keys;
using DetainerLedger.Storage;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Delivery;

/// <summary>Asks for a dispatch after a publication. If that fails, the next regular dispatch finds the event.</summary>
public sealed partial class DispatchRequests(IDeliveryMessages messages, DeliveryKeys keys, ILogger<DispatchRequests> log)
{
    public async Task Send(CancellationToken cancellation)
    {
        if (!keys.AreSet) return;
        try
        {
            await messages.RequestDispatch(cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && StorageFailure.IsTransient(failure))
        {
            NotSent(failure);
        }
    }

    [LoggerMessage(EventId = 5008, Level = LogLevel.Warning, Message = "A dispatch could not be requested; the next one is within 15 minutes")]
    private partial void NotSent(Exception failure);
}
