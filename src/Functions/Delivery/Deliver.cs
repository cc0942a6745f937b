using DetainerLedger.Delivery;
using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Storage.Deliveries;
using DetainerLedger.Subscriptions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Delivery;

/// <summary>
/// Tries one delivery. A receiver that fails is not a failure of this function: the delivery is due again later. Log entries contain ids and
/// codes only.
/// </summary>
public sealed partial class Deliver(Deliverer deliverer, DeliveryKeys keys, ILogger<Deliver> log)
{
    [Function("Deliver")]
    public async Task Run([QueueTrigger(DeliveryQueues.Deliveries)] string message, CancellationToken cancellation)
    {
        if (!keys.AreSet) return;
        if (DeliveryId.Parse(message) is not { } id) Unknown(message.Length);
        else if (await deliverer.Deliver(id, cancellation) is { } outcome) Log(id, outcome);
    }

    private void Log(DeliveryId id, SendOutcome outcome)
    {
        if (outcome.Result == SendResult.Sent) Sent(id.Change, id.Recipient);
        else if (outcome.Result == SendResult.End) Ended(id.Change, id.Recipient, outcome.Error, outcome.Status);
        else if (outcome.IsOfMailServer) MailFailed(id.Change, id.Recipient, outcome.Error, outcome.Status);
        else Failed(id.Change, id.Recipient, outcome.Error, outcome.Status);
    }

    [LoggerMessage(EventId = 5003, Level = LogLevel.Information, Message = "Delivered {Change} to {Recipient}")]
    private partial void Sent(string change, string recipient);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Information, Message = "Could not deliver {Change} to {Recipient}: {Error} {Status}")]
    private partial void Failed(string change, string recipient, string? error, int? status);

    [LoggerMessage(EventId = 5005, Level = LogLevel.Error, Message = "The mail server did not take {Change} for {Recipient}: {Error} {Status}")]
    private partial void MailFailed(string change, string recipient, string? error, int? status);

    [LoggerMessage(EventId = 5006, Level = LogLevel.Information, Message = "Ended the subscription of {Recipient} at {Change}: {Error} {Status}")]
    private partial void Ended(string change, string recipient, string? error, int? status);

    // The message itself is not logged: it is not ours, and may contain anything.
    [LoggerMessage(EventId = 5007, Level = LogLevel.Error, Message = "A message of {Characters} characters in the queue does not name a delivery")]
    private partial void Unknown(int characters);
}
