using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetainerLedger.Reports;

/// <summary>
/// Identifies one arrival: one version of one blob. It is computed only from the blob's name, entity tag and time, so that a
/// replay of the same event is the same arrival on any machine.
/// Its format is <c>yyyyMMddHHmmss-xxxxxxxxxxxx</c>: the UTC second in which the version was written, and 12 hex digits.
/// </summary>
[JsonConverter(typeof(ArrivalIdJsonConverter))]
public readonly record struct ArrivalId
{
    private const string TimeFormat = "yyyyMMddHHmmss";
    private const int Length = 27;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly string? _value;

    private ArrivalId(string value) => _value = value;

    /// <summary>The UTC second in which the blob version was written.</summary>
    public DateTimeOffset WrittenAt => DateTimeOffset.ParseExact(
        ToString().AsSpan(0, TimeFormat.Length), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static ArrivalId Of(string blobName, string eTag, DateTimeOffset lastModified)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{blobName}\n{eTag.Trim('"')}"));
        var time = lastModified.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        return new ArrivalId($"{time}-{Convert.ToHexStringLower(digest.AsSpan(0, 6))}");
    }

    /// <summary>The last of the ids that the second of a moment can have, where lists of arrivals as of it begin.</summary>
    public static ArrivalId LastAt(DateTimeOffset moment) =>
        new($"{moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-ffffffffffff");

    public static bool TryParse(string? text, out ArrivalId id)
    {
        id = default;
        if (text is not { Length: Length } || text[TimeFormat.Length] != '-') return false;
        if (!DateTimeOffset.TryParseExact(text.AsSpan(0, TimeFormat.Length), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)) return false;
        if (text.AsSpan(TimeFormat.Length + 1).ContainsAnyExcept(HexDigits)) return false;
        id = new ArrivalId(text);
        return true;
    }

    public override string ToString() => _value ?? "";
}

/// <summary>Public for the serializers that other projects generate.</summary>
public sealed class ArrivalIdJsonConverter : JsonConverter<ArrivalId>
{
    // A source with a foreign report id (in a file created elsewhere) is read as the empty id, since it is never trusted.
    public override ArrivalId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ArrivalId.TryParse(reader.GetString(), out var id) ? id : default;

    public override void Write(Utf8JsonWriter writer, ArrivalId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
