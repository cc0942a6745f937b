using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Delivery.Webhooks;
using DetainerLedger.Outbound;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Subscribing;

/// <summary>Subscriptions by webhook. A row is opened only by the token that was returned when it was added.</summary>
public sealed class WebhookSubscriptions(
    IRecipientStore recipients,
    IDeliveryStore deliveries,
    IDeliveryMessages queue,
    Dispatcher dispatcher,
    WebhookChannel webhooks,
    DeliveryKeys keys,
    OutboundPolicy policy,
    TimeProvider time)
{
    /// <summary>How long a replaced secret also signs.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const int MaxUrl = 2000;

    public bool AreOn => keys.AreSet;

    /// <returns>Why webhooks can't be sent to the URL; null when they can.</returns>
    public string? Refuse(string? url) =>
        url is { Length: > 0 and <= MaxUrl } && Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? policy.Refuse(parsed) : "The URL must be absolute.";

    /// <summary>Adds a receiver and sends it a challenge at once.</summary>
    /// <param name="url">One that <see cref="Refuse"/> accepts.</param>
    /// <param name="contact">A mail address, normalized; null for none.</param>
    public async Task<AddedWebhook> Add(string url, Filter filter, string? contact, CancellationToken cancellation)
    {
        await dispatcher.EnsureStarted(cancellation);
        var now = time.GetUtcNow();
        var id = DeliveryKeys.RandomId();
        var secret = WebhookSignature.NewSecret();
        var recipient = new Recipient(id, RecipientKind.Webhook, RecipientState.Pending, DeliveryKeys.RandomId(), keys.Seal(id, url), DateOnly.FromDateTime(now.UtcDateTime))
        {
            Filters = [filter],
            Secret = keys.Seal(id, secret),
            Contact = contact is null ? null : keys.Seal(id, contact),
            ExpiresAt = now + Follows.ConfirmWithin,
        };
        await recipients.AddRecipient(recipient, cancellation);
        var active = await Challenge(recipient, cancellation);
        return new AddedWebhook(active, secret, keys.Token(active, TokenPurpose.Manage).ToString());
    }

    /// <returns>Null when the token doesn't open this row.</returns>
    public async Task<Recipient?> Find(string id, string? token, CancellationToken cancellation) =>
        SubscriptionToken.Parse(token) is { Purpose: TokenPurpose.Manage } parsed && parsed.RecipientId == id
        && await recipients.FindRecipient(id, cancellation) is { Kind: RecipientKind.Webhook } recipient && keys.Holds(parsed, recipient)
            ? recipient
            : null;

    /// <summary>The attempts of all deliveries, newest first.</summary>
    public async Task<IReadOnlyList<Attempt>> Attempts(Recipient recipient, CancellationToken cancellation) =>
        [.. (await deliveries.ListDeliveries(recipient.Id, cancellation).Where(delivery => !Mail.Notices.IsNotice(delivery.Id.Change)).ToListAsync(cancellation))
            .SelectMany(delivery => delivery.Attempts)
            .OrderByDescending(attempt => attempt.At)];

    /// <returns>The new secret; null when the row was deleted.</returns>
    public async Task<string?> Rotate(Recipient recipient, CancellationToken cancellation)
    {
        var secret = WebhookSignature.NewSecret();
        var encrypted = keys.Seal(recipient.Id, secret);
        // If the response to the write was lost, the row has the new secret already, and the replaced one must not be replaced again.
        var rotated = await recipients.Update(
            recipient.Id,
            row => row.Secret == encrypted ? null : row with { Secret = encrypted, EarlierSecret = row.Secret, EarlierSecretUntil = time.GetUtcNow() + Overlap },
            cancellation);
        return (rotated ?? await recipients.FindRecipient(recipient.Id, cancellation))?.Secret == encrypted ? secret : null;
    }

    /// <summary>Sends the challenge again, and activates the row if it is answered.</summary>
    public Task<Recipient> Enable(Recipient recipient, CancellationToken cancellation) => Challenge(recipient, cancellation);

    /// <summary>Sends an event again that was on its way to the recipient before.</summary>
    /// <returns>False when there is no such delivery.</returns>
    public async Task<bool> Replay(Recipient recipient, string change, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (DeliveryId.Parse($"{recipient.Id}|{change}") is not { } id || Mail.Notices.IsNotice(change)) return false;
        if (await deliveries.FindDelivery(id, cancellation) is not { } delivery) return false;
        // One that is on its way at this moment needs no replay.
        if (delivery.State != DeliveryState.Pending) await deliveries.ReplaceDelivery(delivery.Replayed(now), cancellation);
        await queue.Send(id, TimeSpan.Zero, cancellation);
        return true;
    }

    public Task Delete(Recipient recipient, CancellationToken cancellation) => recipients.DeleteRecipient(recipient.Id, cancellation);

    private async Task<Recipient> Challenge(Recipient recipient, CancellationToken cancellation)
    {
        if (!await webhooks.AnswersChallenge(recipient, cancellation)) return recipient;
        return await recipients.Update(
            recipient.Id, row => row with { State = RecipientState.Active, ExpiresAt = null, DisabledAt = null }, cancellation) ?? recipient;
    }
}

/// <param name="Secret">Returned once, and never again.</param>
/// <param name="Manage">The token that opens the row.</param>
public sealed record AddedWebhook(Recipient Recipient, string Secret, string Manage);
