using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Delivery;

/// <summary>Bound to the section <c>Delivery</c>.</summary>
public sealed class DeliveryOptions : IValidatableObject
{
    public const string Section = "Delivery";

    /// <summary>32 random bytes in Base64, from which all keys of subscriptions are derived. If empty, there are no subscriptions.</summary>
    public string Key { get; set; } = "";

    /// <summary>The replaced key, which still opens what it encrypted, and the links that were mailed. Empty for none.</summary>
    public string EarlierKey { get; set; } = "";

    /// <summary>The base of the links in mails and webhooks. If empty, that of the API is used.</summary>
    [RegularExpression("https?://[A-Za-z0-9.:-]+")]
    public string PublicUrl { get; set; } = "";

    /// <summary>A week is not delivered when it ended more than this many days before it was published, unless a subscription asks for it.</summary>
    [Range(1, 100_000)]
    public int DaysBack { get; set; } = 60;

    /// <summary>The number of requests to confirm an address that the form accepts within an hour.</summary>
    [Range(1, 100_000)]
    public int RequestsPerHour { get; set; } = 200;

    /// <summary>Days for which a delivery and its attempts remain after it has ended.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 30;

    /// <summary>Whether webhooks may use http and loopback addresses: only for an app that runs on one machine.</summary>
    public bool LocalWebhooks { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, key) in new[] { (nameof(Key), Key), (nameof(EarlierKey), EarlierKey) })
        {
            if (key.Length > 0 && !IsKey(key))
                yield return new ValidationResult($"{Section}__{name} must be 32 random bytes in Base64, as `openssl rand -base64 32` prints them.", [name]);
        }

        if (Key.Length == 0 && EarlierKey.Length > 0) yield return new ValidationResult($"{Section}__{nameof(EarlierKey)} is set without {Section}__{nameof(Key)}.", [nameof(EarlierKey)]);
    }

    private static bool IsKey(string text) => Convert.TryFromBase64String(text, new byte[64], out var length) && length == 32;
}
