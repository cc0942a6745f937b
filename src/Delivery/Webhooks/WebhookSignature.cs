using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DetainerLedger.Delivery.Webhooks;

/// <summary>Signatures of Standard Webhooks 1.0.0: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
public static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int SecretBytes = 32;

    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <param name="secrets">The current one, and the replaced one while it is valid.</param>
    /// <returns>One signature for each secret, separated by spaces.</returns>
    public static string Of(string id, DateTimeOffset at, string body, params IEnumerable<string> secrets)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))}"));
    }
}
