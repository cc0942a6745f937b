using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Mail;

/// <summary>Events by mail: one for each publication, with the changes of all places that the address follows.</summary>
public sealed class MailChannel(IMailer mailer, MailComposer composer, DeliveryKeys keys) : IChannel
{
    public RecipientKind Kind => RecipientKind.Mail;

    public Task<SendOutcome> Send(Recipient recipient, KnownChange change, CancellationToken cancellation)
    {
        var id = new DeliveryId(recipient.Id, change.Change.Id);
        var content = composer.Event(recipient, change);
        // The subscriber has removed the place since the event was dispatched.
        return content.Sections.Count == 0 && !recipient.Filters.Any(filter => filter.IsNational)
            ? Task.FromResult(new SendOutcome(SendResult.GiveUp, Error: "not-followed"))
            : mailer.Send(composer.Compose(keys.Open(recipient.Id, recipient.Sealed), id, content), id, cancellation);
    }
}
