using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Delivery.Keys;

/// <summary>
/// The keys of subscriptions: addresses are encrypted (AES-256-GCM), found by a keyed hash, and links have a keyed hash in place of a stored
/// token. What an earlier key made can still be opened.
/// </summary>
public sealed class DeliveryKeys
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    // The current key first.
    private readonly IReadOnlyList<KeySet> _keys;

    public DeliveryKeys(IOptions<DeliveryOptions> options) =>
        _keys = [.. new[] { options.Value.Key, options.Value.EarlierKey }.Where(key => key.Length > 0).Select(key => new KeySet(Convert.FromBase64String(key)))];

    /// <summary>Whether there is a key, and so subscriptions.</summary>
    public bool AreSet => _keys.Count > 0;

    /// <summary>The ids that an address can have, that of the current key first.</summary>
    /// <param name="address">As <see cref="MailAddress.Normalize"/> returns it.</param>
    public IReadOnlyList<string> IdsOf(string address) =>
        [.. _keys.Select(key => Convert.ToHexStringLower(HMACSHA256.HashData(key.Lookup, Encoding.UTF8.GetBytes(address)).AsSpan(0, 16)))];

    /// <param name="id">The id of the row: the text can't be opened in another one.</param>
    public string Seal(string id, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var parts = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(parts.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_keys[0].Sealing, TagBytes);
        aes.Encrypt(parts.AsSpan(0, NonceBytes), plain, parts.AsSpan(NonceBytes, plain.Length), parts.AsSpan(NonceBytes + plain.Length), Encoding.UTF8.GetBytes(id));
        return $"{_keys[0].Id}.{Base64Url.EncodeToString(parts)}";
    }

    /// <exception cref="CryptographicException">The key is not set any more, or the text was altered.</exception>
    public string Open(string id, string sealedText)
    {
        var (name, text) = sealedText.Split('.') is [var first, var second] ? (first, second) : ("", "");
        var key = _keys.FirstOrDefault(key => key.Id == name) ?? throw new CryptographicException("The key that encrypted a subscription is not set.");
        var parts = Base64Url.DecodeFromChars(text);
        if (parts.Length < NonceBytes + TagBytes) throw new CryptographicException("An encrypted value is too short.");
        var plain = new byte[parts.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key.Sealing, TagBytes);
        aes.Decrypt(parts.AsSpan(0, NonceBytes), parts.AsSpan(NonceBytes, plain.Length), parts.AsSpan(NonceBytes + plain.Length), plain, Encoding.UTF8.GetBytes(id));
        return Encoding.UTF8.GetString(plain);
    }

    public SubscriptionToken Token(Recipient recipient, TokenPurpose purpose) => Token(_keys[0], recipient, purpose);

    /// <summary>Whether the token was made for this row and purpose.</summary>
    public bool Holds(SubscriptionToken token, Recipient recipient) =>
        _keys.FirstOrDefault(key => key.Id == token.KeyId) is { } key
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Token(key, recipient, token.Purpose).Mac), Encoding.UTF8.GetBytes(token.Mac));

    public static string RandomId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static SubscriptionToken Token(KeySet key, Recipient recipient, TokenPurpose purpose)
    {
        var mac = HMACSHA256.HashData(key.Tokens, Encoding.UTF8.GetBytes($"{recipient.Id}.{recipient.Nonce}.{purpose}"));
        return new SubscriptionToken(recipient.Id, purpose, key.Id, Base64Url.EncodeToString(mac.AsSpan(0, 20)));
    }

    private sealed class KeySet(byte[] key)
    {
        public string Id { get; } = Convert.ToHexStringLower(Derive(key, "id").AsSpan(0, 4));

        public byte[] Lookup { get; } = Derive(key, "lookup");

        public byte[] Sealing { get; } = Derive(key, "sealing");

        public byte[] Tokens { get; } = Derive(key, "tokens");

        private static byte[] Derive(byte[] key, string purpose) =>
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes($"detainer-ledger subscriptions {purpose}"));
    }
}
