using System.Security.Cryptography;
using DetainerLedger.Delivery.Mail;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Dispatch;

/// <summary>
/// Tries a delivery once. It is claimed before, by a conditional write, so that of several instances one tries; and the outcome is written
/// after. A process that is killed in between leaves a claim that lapses: there is one try more, with the same id.
/// </summary>
public sealed class Deliverer(
    Changes changes,
    IRecipientStore recipients,
    IDeliveryStore deliveries,
    IDeliveryMessages queue,
    IEnumerable<IChannel> channels,
    Notices notices,
    TimeProvider time)
{
    /// <returns>The outcome of the try; null when there was nothing to do.</returns>
    public async Task<SendOutcome?> Deliver(DeliveryId id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var found = await deliveries.FindDelivery(id, cancellation);
        if (found is not { State: DeliveryState.Pending } || found.ClaimedUntil > now) return null;
        if (!found.IsDue(now))
        {
            // The message came early: clocks differ, or a replay has overtaken it.
            await queue.Send(id, found.DueAt - now, cancellation);
            return null;
        }

        if (await deliveries.ReplaceDelivery(found.Claimed(now), cancellation) is not { } claimed) return null;
        if (await recipients.FindRecipient(id.Recipient, cancellation) is not { } recipient)
        {
            // It left, and the deletion of its deliveries was interrupted.
            await recipients.DeleteRecipient(id.Recipient, cancellation);
            return null;
        }

        var outcome = await Send(recipient, id.Change, cancellation);
        await Record(claimed, recipient, outcome, cancellation);
        return outcome;
    }

    private async Task<SendOutcome> Send(Recipient recipient, string change, CancellationToken cancellation)
    {
        if (Notices.IsNotice(change)) return await notices.Send(recipient, change, cancellation);
        if (recipient.State != RecipientState.Active)
        {
            // The try that disabled it may have been interrupted before it notified the contact.
            await Notify(recipient, cancellation);
            return new SendOutcome(SendResult.GiveUp, Error: "not-active");
        }

        if (await changes.Find(change, cancellation) is not { } known) return new SendOutcome(SendResult.GiveUp, Error: "unknown-event");
        return channels.FirstOrDefault(channel => channel.Kind == recipient.Kind) is { } channel
            ? await channel.Send(recipient, known, cancellation)
            : new SendOutcome(SendResult.Retry, Error: "channel-off");
    }

    // What follows from the outcome comes first. If it is interrupted, the try is repeated, and this with it.
    private async Task Record(TrackedDelivery claimed, Recipient recipient, SendOutcome outcome, CancellationToken cancellation)
    {
        var attempt = new Attempt(time.GetUtcNow(), claimed.Id.Change, outcome.Status, outcome.Error);
        var recorded = outcome.Result switch
        {
            SendResult.Sent => claimed.Succeeded(attempt),
            SendResult.Retry => claimed.Tried(attempt, outcome.RetryAfter, RandomNumberGenerator.GetInt32(1001) / 1000.0),
            _ => claimed.GivenUp(attempt),
        };
        if (outcome.Result == SendResult.End && recipient.Kind == RecipientKind.Mail)
        {
            // A mailbox that doesn't exist is forgotten, and this delivery with it.
            await recipients.DeleteRecipient(recipient.Id, cancellation);
            return;
        }

        // A webhook has an owner, who may repair it. A mail server that failed for three days says nothing about the address.
        if (recipient.Kind == RecipientKind.Webhook && outcome.Result is SendResult.End or SendResult.Retry && recorded.State == DeliveryState.Failed)
            await Disable(recipient, cancellation);
        // Otherwise the recipient left meanwhile, or the try took longer than its claim and another one followed.
        if (await IsStored(recorded, cancellation) && recorded.State == DeliveryState.Pending) await queue.Send(recorded.Id, recorded.DueAt - attempt.At, cancellation);
    }

    // If the response to the write was lost, the repeated write finds its own.
    private async Task<bool> IsStored(TrackedDelivery recorded, CancellationToken cancellation) =>
        await deliveries.ReplaceDelivery(recorded, cancellation) is not null
        || (await deliveries.FindDelivery(recorded.Id, cancellation))?.Attempts is [.., var last] && last == recorded.Attempts[^1];

    private async Task Disable(Recipient recipient, CancellationToken cancellation)
    {
        var disabled = await recipients.Update(
            recipient.Id,
            row => row.State == RecipientState.Active ? row with { State = RecipientState.Disabled, DisabledAt = time.GetUtcNow() } : null,
            cancellation);
        if ((disabled ?? await recipients.FindRecipient(recipient.Id, cancellation)) is { } row) await Notify(row, cancellation);
    }

    // Once, because the id of the notice is derived from the row.
    private async Task Notify(Recipient recipient, CancellationToken cancellation)
    {
        if (recipient is not { Contact: not null, DisabledAt: { } moment }) return;
        var notice = new TrackedDelivery(new DeliveryId(recipient.Id, Notices.Disabled(moment)), DeliveryState.Pending, time.GetUtcNow());
        await deliveries.AddDeliveries([notice], cancellation);
        await queue.Send(notice.Id, TimeSpan.Zero, cancellation);
    }
}
