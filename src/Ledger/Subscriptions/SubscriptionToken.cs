using System.Buffers;

namespace DetainerLedger.Subscriptions;

/// <summary>What a token allows.</summary>
public enum TokenPurpose
{
    Confirm,
    Unsubscribe,
    Manage,
}

/// <summary>
/// A link's token: a keyed hash over the recipient's id, its nonce and the purpose. None is stored, and deleting the row ends all.
/// The text is <c>{id}.{purpose}.{key}.{mac}</c>, and fits in a path.
/// </summary>
/// <param name="KeyId">Names the key that made it.</param>
public sealed record SubscriptionToken(string RecipientId, TokenPurpose Purpose, string KeyId, string Mac)
{
    private const int MaxLength = 200;
    private static readonly SearchValues<char> Base64Url = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    public static SubscriptionToken? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength } || text.Split('.') is not [var id, var purpose, var key, var mac]) return null;
        if (!IsId(id) || key.Length == 0 || mac.Length == 0 || key.AsSpan().ContainsAnyExcept(Base64Url) || mac.AsSpan().ContainsAnyExcept(Base64Url)) return null;
        return purpose switch
        {
            "c" => new SubscriptionToken(id, TokenPurpose.Confirm, key, mac),
            "u" => new SubscriptionToken(id, TokenPurpose.Unsubscribe, key, mac),
            "m" => new SubscriptionToken(id, TokenPurpose.Manage, key, mac),
            _ => null,
        };
    }

    /// <summary>Whether the text has the form of a recipient's id.</summary>
    public static bool IsId(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);

    public override string ToString() => $"{RecipientId}.{Purpose.ToString()[..1].ToLowerInvariant()}.{KeyId}.{Mac}";
}
