using System.Text.Json.Serialization;

namespace DetainerLedger.Subscriptions;

public enum RecipientKind
{
    Mail,
    Webhook,
}

[JsonConverter(typeof(JsonStringEnumConverter<RecipientState>))]
public enum RecipientState
{
    /// <summary>Not confirmed yet. Nothing is delivered except the request to confirm.</summary>
    [JsonStringEnumMemberName("pending")] Pending,
    [JsonStringEnumMemberName("active")] Active,

    /// <summary>A webhook whose receiver failed for three days, or answered 410.</summary>
    [JsonStringEnumMemberName("disabled")] Disabled,
}

/// <summary>
/// An e-mail address or a receiver of webhooks, with what it follows. This is all that is stored of a subscriber; leaving deletes it.
/// </summary>
/// <param name="Id">32 hex digits. For an address, a keyed hash of it; for a webhook, random.</param>
/// <param name="Nonce">Random, and part of every token, so that no token outlives the row.</param>
/// <param name="Sealed">The address or URL, encrypted.</param>
/// <param name="Since">The day on which it was added.</param>
public sealed record Recipient(string Id, RecipientKind Kind, RecipientState State, string Nonce, string Sealed, DateOnly Since)
{
    /// <summary>In filters of one recipient.</summary>
    public const int MostFilters = 50;

    /// <summary>What it follows.</summary>
    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>What was asked for and is not confirmed.</summary>
    public IReadOnlyList<Filter> Requested { get; init; } = [];

    /// <summary>When the last request to confirm was sent.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When what is not confirmed is deleted.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The secret that signs, encrypted. For webhooks.</summary>
    public string? Secret { get; init; }

    /// <summary>The replaced secret, encrypted, which also signs until <see cref="EarlierSecretUntil"/>.</summary>
    public string? EarlierSecret { get; init; }

    public DateTimeOffset? EarlierSecretUntil { get; init; }

    /// <summary>The address to notify when a webhook is disabled, encrypted.</summary>
    public string? Contact { get; init; }

    /// <summary>When the webhook was disabled; null while it isn't.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>The store's version of the row; null for a new one.</summary>
    [JsonIgnore]
    public string? Version { get; init; }
}
