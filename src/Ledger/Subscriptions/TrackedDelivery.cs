using System.Text.Json.Serialization;

namespace DetainerLedger.Subscriptions;

public enum DeliveryState
{
    Pending,
    Delivered,

    /// <summary>All tries failed, or the receiver doesn't exist any more.</summary>
    Failed,
}

/// <summary>Identifies a delivery: there is at most one of an event to a recipient. This is what queue messages contain.</summary>
public readonly record struct DeliveryId(string Recipient, string Change)
{
    public static DeliveryId? Parse(string? text) =>
        text?.Split('|') is [var recipient, { Length: > 0 and <= 100 } change] && SubscriptionToken.IsId(recipient)
        && change.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.')
            ? new DeliveryId(recipient, change)
            : null;

    public override string ToString() => $"{Recipient}|{Change}";
}

/// <summary>One event on its way to one recipient. The row, and not a queue message, determines what is due.</summary>
/// <param name="DueAt">When the next try is due.</param>
public sealed record TrackedDelivery(DeliveryId Id, DeliveryState State, DateTimeOffset DueAt)
{
    /// <summary>How long a try excludes others. A try that is killed is repeated afterwards.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>Until when a try in progress excludes others.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    /// <summary>The number of tries since it was inserted or replayed.</summary>
    public int Tries { get; init; }

    [JsonIgnore]
    public string? Version { get; init; }

    public bool IsDue(DateTimeOffset now) => State == DeliveryState.Pending && DueAt <= now && !(ClaimedUntil > now);

    public TrackedDelivery Claimed(DateTimeOffset now) => this with { ClaimedUntil = now + Claim };

    public TrackedDelivery Succeeded(Attempt attempt) => Ended(DeliveryState.Delivered, attempt);

    /// <param name="random">See <see cref="RetrySchedule.After"/>.</param>
    public TrackedDelivery Tried(Attempt attempt, TimeSpan? retryAfter, double random) =>
        RetrySchedule.After(Tries + 1, retryAfter, random) is { } delay
            ? this with { DueAt = attempt.At + delay, ClaimedUntil = null, Tries = Tries + 1, Attempts = [.. Attempts, attempt] }
            : Ended(DeliveryState.Failed, attempt);

    public TrackedDelivery GivenUp(Attempt attempt) => Ended(DeliveryState.Failed, attempt);

    /// <summary>Starts again, with the same id.</summary>
    public TrackedDelivery Replayed(DateTimeOffset now) => this with { State = DeliveryState.Pending, DueAt = now, ClaimedUntil = null, Tries = 0 };

    private TrackedDelivery Ended(DeliveryState state, Attempt attempt) =>
        this with { State = state, DueAt = DateTimeOffset.MaxValue, ClaimedUntil = null, Tries = Tries + 1, Attempts = [.. Attempts, attempt] };
}

/// <summary>One try.</summary>
/// <param name="Event">The event's id.</param>
/// <param name="Status">The status of HTTP or SMTP; null when there was no answer.</param>
/// <param name="Error">A code: <c>timeout</c>, <c>refused-address</c>, <c>connection-failed</c>, <c>status</c>. Null for success.</param>
public sealed record Attempt(DateTimeOffset At, string Event, int? Status, string? Error);
