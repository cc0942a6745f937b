using System.Globalization;
using DetainerLedger.Parsing;

namespace DetainerLedger.Ingest;

/// <summary>
/// Where and when a file was seen, as the metadata of its blob state it: an absolute address, percent-encoded since metadata are ASCII,
/// and a moment in ISO 8601, such as <c>2017-04-11T09:00:00Z</c>.
/// </summary>
public static class SightingMetadata
{
    public const string InvalidSourceAddress = "invalid-source-address";
    public const string InvalidSeenAt = "invalid-seen-at";

    /// <summary>The maximum length of an address, in characters.</summary>
    public const int LongestAddress = 2048;

    // The clocks of the machines that see a file and read it may differ.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    private static readonly string[] MomentFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
    ];

    public static string Encode(string address) => Uri.EscapeDataString(address);

    public static string Encode(DateTimeOffset seenAt) => seenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static bool TryParseAddress(string? text, out string address)
    {
        address = "";
        if (text is null) return false;
        // An address that is not encoded, as people write it, has a colon, which an encoded one never has.
        var decoded = text.Contains(':', StringComparison.Ordinal) ? text : Uri.UnescapeDataString(text);
        if (decoded.Length > LongestAddress || !Uri.TryCreate(decoded, UriKind.Absolute, out var uri)) return false;
        if (uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0) return false;
        address = uri.AbsoluteUri;
        return address.Length <= LongestAddress;
    }

    /// <summary>A moment without an offset is taken as UTC.</summary>
    public static bool TryParseMoment(string? text, out DateTimeOffset seenAt) => DateTimeOffset.TryParseExact(
        text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out seenAt);

    /// <returns>Why the metadata can't be right; null if they can.</returns>
    internal static Refusal? Refuse(IncomingFile file, DateTimeOffset now)
    {
        if (file.SourceAddress is { } address && !TryParseAddress(address, out _))
            return new Refusal(
                InvalidSourceAddress, $"The file's metadata give the source address `{address}`, which is not the address of a file on the web.", Field: "sourceAddress");
        if (file.SeenAt is not { } text) return null;
        if (!TryParseMoment(text, out var seenAt)) return RefuseMoment("which is not a moment such as 2017-04-11T09:00:00Z");
        return seenAt <= now + ClockDifference ? null : RefuseMoment("which is in the future");

        Refusal RefuseMoment(string why) => new(InvalidSeenAt, $"The file's metadata give the sighting `{text}`, {why}.", Field: "seenAt");
    }
}
