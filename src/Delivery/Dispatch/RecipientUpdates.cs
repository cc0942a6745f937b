using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Dispatch;

public static class RecipientUpdates
{
    private const int MostAttempts = 10;

    /// <summary>Reads a row and changes it, again while others change it.</summary>
    /// <param name="change">Returns null to leave the row unchanged.</param>
    /// <returns>The changed row; null when it doesn't exist, or wasn't changed.</returns>
    /// <exception cref="InvalidOperationException">Others changed the row during each attempt.</exception>
    public static async Task<Recipient?> Update(
        this IRecipientStore recipients, string id, Func<Recipient, Recipient?> change, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await recipients.FindRecipient(id, cancellation) is not { } row || change(row) is not { } changed) return null;
            if (await recipients.ReplaceRecipient(changed, cancellation)) return changed;
        }

        throw new InvalidOperationException($"The recipient {id} was changed by others during each of {MostAttempts} attempts to change it.");
    }
}
