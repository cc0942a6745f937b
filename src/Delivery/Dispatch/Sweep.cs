using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Delivery.Dispatch;

/// <summary>Sends messages again that were lost, and deletes what has ended, also what an interrupted deletion left.</summary>
public sealed class Sweep(
    IRecipientStore recipients, IDeliveryStore deliveries, IDeliveryMessages queue, IOptions<DeliveryOptions> options, TimeProvider time)
{
    // A delivery that is due for less usually has a message.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <returns>The number of deliveries whose message was sent again, and of unconfirmed recipients that were deleted.</returns>
    public async Task<(int Sent, int Expired)> Run(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var sent = 0;
        await foreach (var id in deliveries.ListOverdue(now - Patience, cancellation))
        {
            await queue.Send(id, TimeSpan.Zero, cancellation);
            sent++;
        }

        await deliveries.DeleteEnded(now - TimeSpan.FromDays(options.Value.KeepDays), cancellation);
        await recipients.FinishDeletions(cancellation);
        return (sent, await DeleteExpired(now, cancellation));
    }

    private async Task<int> DeleteExpired(DateTimeOffset now, CancellationToken cancellation)
    {
        var expired = 0;
        await foreach (var recipient in recipients.ListExpired(now, cancellation))
        {
            expired++;
            if (recipient.State == RecipientState.Pending) await recipients.DeleteRecipient(recipient.Id, cancellation);
            // If someone else changes it at this moment, the next sweep looks again.
            else await recipients.ReplaceRecipient(recipient with { Requested = [], ExpiresAt = null }, cancellation);
        }

        return expired;
    }
}
