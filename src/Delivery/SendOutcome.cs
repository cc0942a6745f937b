namespace DetainerLedger.Delivery;

public enum SendResult
{
    Sent,

    /// <summary>It may succeed later.</summary>
    Retry,

    /// <summary>It will never succeed, for this event only.</summary>
    GiveUp,

    /// <summary>The address doesn't exist, or its owner wants nothing more: the subscription ends.</summary>
    End,
}

/// <summary>What became of one try. It contains codes only: messages of servers may quote an address.</summary>
/// <param name="Status">The status of HTTP or SMTP.</param>
/// <param name="Error">A code, as in <see cref="Subscriptions.Attempt"/>.</param>
public sealed record SendOutcome(SendResult Result, int? Status = null, string? Error = null, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the mail server refused or can't be reached, so that all mails are affected.</summary>
    public bool IsOfMailServer => Error?.StartsWith("mail-", StringComparison.Ordinal) == true;
}
