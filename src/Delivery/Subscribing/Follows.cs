using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Delivery.Mail;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Delivery.Subscribing;

public enum FollowAnswer
{
    /// <summary>The same whether or not the address is known.</summary>
    Accepted,
    InvalidAddress,
    TooManyRequests,
}

/// <summary>Subscriptions by mail: asked for in a form, and confirmed from a mail.</summary>
public sealed class Follows(
    IRecipientStore recipients,
    IDeliveryStore deliveries,
    IDeliveryMessages queue,
    IDispatchMarks marks,
    Dispatcher dispatcher,
    IMailer mailer,
    DeliveryKeys keys,
    IOptions<DeliveryOptions> options,
    TimeProvider time)
{
    /// <summary>How long a request can be confirmed.</summary>
    public static readonly TimeSpan ConfirmWithin = TimeSpan.FromHours(48);

    private static readonly TimeSpan BetweenRequests = TimeSpan.FromHours(1);

    // To an address that doesn't confirm.
    private const int MostRequests = 3;

    /// <summary>Whether the form can be used.</summary>
    public bool AreOn => keys.AreSet && mailer.IsOn;

    public async Task<FollowAnswer> Ask(string? address, Filter filter, CancellationToken cancellation)
    {
        if (MailAddress.Normalize(address) is not { } normalized) return FollowAnswer.InvalidAddress;
        var now = time.GetUtcNow();
        if (!await marks.Count("requests", now, options.Value.RequestsPerHour, cancellation)) return FollowAnswer.TooManyRequests;

        await dispatcher.EnsureStarted(cancellation);
        var recipient = await Request(normalized, filter, now, cancellation);
        // Nothing to confirm: the address follows it already.
        if (recipient is null) return FollowAnswer.Accepted;
        if (await MayBeAsked(recipient, now, cancellation))
        {
            var confirmation = new TrackedDelivery(new DeliveryId(recipient.Id, Notices.Confirmation(now)), DeliveryState.Pending, now);
            await deliveries.AddDeliveries([confirmation], cancellation);
            await queue.Send(confirmation.Id, TimeSpan.Zero, cancellation);
        }

        return FollowAnswer.Accepted;
    }

    /// <returns>The row that the token opens; null when it is wrong, or the row is deleted.</returns>
    public async Task<Recipient?> Find(string? token, CancellationToken cancellation) =>
        keys.AreSet && SubscriptionToken.Parse(token) is { } parsed
        && await recipients.FindRecipient(parsed.RecipientId, cancellation) is { Kind: RecipientKind.Mail } recipient && keys.Holds(parsed, recipient)
            ? recipient
            : null;

    public string AddressOf(Recipient recipient) => keys.Open(recipient.Id, recipient.Sealed);

    public string ManageToken(Recipient recipient) => keys.Token(recipient, TokenPurpose.Manage).ToString();

    /// <summary>Starts to follow what was asked for.</summary>
    /// <param name="chosen">The <see cref="Filter.Key"/> of each.</param>
    /// <returns>The row afterwards; null when the token opens none. A second time changes nothing.</returns>
    public async Task<Recipient?> Confirm(string? token, IReadOnlyCollection<string> chosen, CancellationToken cancellation)
    {
        if (await Find(token, cancellation) is not { } recipient || !IsFor(token, TokenPurpose.Confirm, TokenPurpose.Manage)) return null;
        return await recipients.Update(recipient.Id, row => Confirmed(row, chosen), cancellation) ?? await Find(token, cancellation);
    }

    /// <summary>Stops to follow one thing. After the last one, everything is deleted.</summary>
    public async Task<bool> Remove(string? token, string key, CancellationToken cancellation)
    {
        if (await Find(token, cancellation) is not { } recipient || !IsFor(token, TokenPurpose.Manage)) return false;
        var kept = await recipients.Update(recipient.Id, row => row with { Filters = [.. row.Filters.Where(filter => filter.Key != key)] }, cancellation);
        if (kept is { Filters.Count: 0, Requested.Count: 0 }) await recipients.DeleteRecipient(recipient.Id, cancellation);
        return true;
    }

    /// <summary>Deletes the row and its deliveries.</summary>
    /// <returns>False when the token opens none: it is wrong, or everything is deleted already.</returns>
    public async Task<bool> Leave(string? token, CancellationToken cancellation)
    {
        if (await Find(token, cancellation) is not { } recipient || !IsFor(token, TokenPurpose.Unsubscribe, TokenPurpose.Manage)) return false;
        await recipients.DeleteRecipient(recipient.Id, cancellation);
        return true;
    }

    /// <summary>Ends the subscription of an address that a mail provider reported.</summary>
    public async Task Forget(string? address, CancellationToken cancellation)
    {
        if (MailAddress.Normalize(address) is not { } normalized) return;
        foreach (var id in keys.IdsOf(normalized)) await recipients.DeleteRecipient(id, cancellation);
    }

    private async Task<Recipient?> Request(string address, Filter filter, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = keys.IdsOf(address);
        while (true)
        {
            foreach (var id in ids)
            {
                if (await recipients.FindRecipient(id, cancellation) is not { } known) continue;
                if (known.Filters.Contains(filter) && known.Requested.Count == 0) return null;
                return await recipients.Update(id, row => Requested(row, filter, now), cancellation) ?? known;
            }

            var added = new Recipient(ids[0], RecipientKind.Mail, RecipientState.Pending, DeliveryKeys.RandomId(), keys.Seal(ids[0], address), DateOnly.FromDateTime(now.UtcDateTime))
            {
                Requested = [filter],
                ExpiresAt = now + ConfirmWithin,
            };
            // Another request may have added it at this moment.
            if (await recipients.AddRecipient(added, cancellation)) return added;
        }
    }

    private async Task<bool> MayBeAsked(Recipient recipient, DateTimeOffset now, CancellationToken cancellation)
    {
        var asked = await deliveries.ListDeliveries(recipient.Id, cancellation).Where(delivery => Notices.IsConfirmation(delivery.Id.Change)).ToListAsync(cancellation);
        var lately = asked.Any(delivery => delivery.State == DeliveryState.Pending || delivery.Attempts[^1].At > now - BetweenRequests);
        return !lately && (recipient.State == RecipientState.Active || asked.Count < MostRequests);
    }

    private static Recipient? Requested(Recipient row, Filter filter, DateTimeOffset now) =>
        row.Filters.Contains(filter) || row.Requested.Contains(filter) || row.Requested.Count + row.Filters.Count >= Recipient.MostFilters
            ? null
            : row with { Requested = [.. row.Requested, filter], ExpiresAt = row.State == RecipientState.Pending ? row.ExpiresAt : now + ConfirmWithin };

    private static Recipient? Confirmed(Recipient row, IReadOnlyCollection<string> chosen) => row.Requested.Count == 0 || !row.Requested.Any(filter => chosen.Contains(filter.Key))
        ? null
        : row with
        {
            State = RecipientState.Active,
            Filters = [.. row.Filters.Union(row.Requested.Where(filter => chosen.Contains(filter.Key)))],
            Requested = [],
            ExpiresAt = null,
        };

    /// <summary>Whether the token is one for managing, which shows the address.</summary>
    public static bool CanManage(string? token) => IsFor(token, TokenPurpose.Manage);

    private static bool IsFor(string? token, params IEnumerable<TokenPurpose> purposes) =>
        SubscriptionToken.Parse(token) is { } parsed && purposes.Contains(parsed.Purpose);
}
