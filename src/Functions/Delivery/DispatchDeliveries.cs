using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Storage.Deliveries;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Delivery;

/// <summary>Turns new events into deliveries: at once after a publication, and regularly, in case that a request was lost.</summary>
public sealed partial class DispatchDeliveries(Dispatcher dispatcher, Sweep sweep, DeliveryKeys keys, ILogger<DispatchDeliveries> log)
{
    [Function("DispatchDeliveries")]
    public Task Run([QueueTrigger(DeliveryQueues.Dispatches)] string message, CancellationToken cancellation) => Dispatch(cancellation);

    /// <summary>Also sends lost messages again, and deletes what has ended.</summary>
    [Function("SweepDeliveries")]
    public async Task RunBySchedule([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (!keys.AreSet) return;
        await Dispatch(cancellation);
        var (sent, expired) = await sweep.Run(cancellation);
        if (sent > 0 || expired > 0) Swept(sent, expired);
    }

    private async Task Dispatch(CancellationToken cancellation)
    {
        if (!keys.AreSet) return;
        var (changes, deliveries) = await dispatcher.Run(cancellation);
        if (changes > 0) Dispatched(changes, deliveries);
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Information, Message = "Dispatched {Changes} events to {Deliveries} recipients")]
    private partial void Dispatched(int changes, int deliveries);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Information, Message = "Sent the messages of {Sent} overdue deliveries again; deleted {Expired} unconfirmed requests")]
    private partial void Swept(int sent, int expired);
}
