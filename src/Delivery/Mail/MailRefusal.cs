using MailKit.Net.Smtp;

namespace DetainerLedger.Delivery.Mail;

/// <summary>What a mail server's refusal means.</summary>
internal static class MailRefusal
{
    private static readonly string[] OtherReasons = ["5.7.", "5.2.2", "5.3.", "5.4."];

    /// <summary>
    /// A permanent refusal of the recipient ends the subscription, unless its enhanced code (RFC 3463) says that the reason is another one:
    /// 5.7 is a policy, such as a relay that doesn't know this sender, and 5.2.2 a full mailbox. Without that exception, a
    /// misconfigured relay would end all subscriptions.
    /// </summary>
    public static SendOutcome Outcome(SmtpCommandException refused)
    {
        var status = (int)refused.StatusCode;
        var isRecipient = refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted;
        if (status < 500) return new SendOutcome(SendResult.Retry, status, isRecipient ? "recipient-deferred" : "mail-deferred");
        return isRecipient && (status is 550 or 551 or 553) && !IsOther(refused.Message)
            ? new SendOutcome(SendResult.End, status, "no-such-mailbox")
            : new SendOutcome(SendResult.Retry, status, isRecipient ? "recipient-refused" : "mail-refused");
    }

    private static bool IsOther(string message) =>
        OtherReasons.Any(code => message.StartsWith(code, StringComparison.Ordinal));
}
