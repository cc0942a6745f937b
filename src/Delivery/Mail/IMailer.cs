using DetainerLedger.Subscriptions;
using MimeKit;

namespace DetainerLedger.Delivery.Mail;

public interface IMailer
{
    /// <summary>Whether mail can be sent.</summary>
    bool IsOn { get; }

    /// <summary>Sends a mail once. Failures become codes: exceptions of mail servers quote addresses, and must not be logged.</summary>
    Task<SendOutcome> Send(MimeMessage message, DeliveryId id, CancellationToken cancellation);
}

/// <summary>Without settings for mail.</summary>
public sealed class NoMailer : IMailer
{
    public bool IsOn => false;

    public Task<SendOutcome> Send(MimeMessage message, DeliveryId id, CancellationToken cancellation) =>
        Task.FromResult(new SendOutcome(SendResult.Retry, Error: "mail-off"));
}
