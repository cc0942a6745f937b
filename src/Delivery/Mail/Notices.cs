using System.Globalization;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Mail;

/// <summary>Mails that are about a subscription and not about the ledger. They are deliveries too, so that they are sent once and retried.</summary>
public sealed class Notices(IMailer mailer, MailComposer composer, DeliveryKeys keys)
{
    private const string Confirming = "confirm-";
    private const string Disabling = "disabled-";

    public static bool IsNotice(string change) => IsConfirmation(change) || change.StartsWith(Disabling, StringComparison.Ordinal);

    public static bool IsConfirmation(string change) => change.StartsWith(Confirming, StringComparison.Ordinal);

    /// <summary>The id of a request to confirm an address.</summary>
    public static string Confirmation(DateTimeOffset now) => Named(Confirming, now);

    /// <summary>The id of a notice that a webhook was disabled.</summary>
    public static string Disabled(DateTimeOffset now) => Named(Disabling, now);

    public async Task<SendOutcome> Send(Recipient recipient, string change, CancellationToken cancellation)
    {
        var id = new DeliveryId(recipient.Id, change);
        if (IsConfirmation(change))
        {
            return recipient.Requested.Count == 0
                ? new SendOutcome(SendResult.GiveUp, Error: "nothing-requested")
                : await mailer.Send(composer.Compose(keys.Open(recipient.Id, recipient.Sealed), id, composer.Confirmation(recipient)), id, cancellation);
        }

        // The contact has not subscribed to anything: a mail that it refuses ends nothing.
        if (recipient.Contact is not { } contact) return new SendOutcome(SendResult.GiveUp, Error: "no-contact");
        var outcome = await mailer.Send(composer.Compose(keys.Open(recipient.Id, contact), id, composer.WebhookDisabled(recipient)), id, cancellation);
        return outcome.Result == SendResult.End ? outcome with { Result = SendResult.GiveUp } : outcome;
    }

    private static string Named(string prefix, DateTimeOffset now) => prefix + now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}
