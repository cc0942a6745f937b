using System.Text;
using System.Text.Json;

namespace DetainerLedger.Parsing.Json;

/// <summary>The text of a JSON file, before it is parsed as a document.</summary>
internal static class JsonText
{
    /// <summary>Whether a file begins with an object, in UTF-8 or UTF-16.</summary>
    public static bool IsObject(ReadOnlySpan<byte> content) =>
        Wide(content) is var (_, start)
            ? content[start..].TrimStart("\0 \t\r\n"u8) is [(byte)'{', ..]
            : WithoutMark(content).TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    /// <returns>The text in UTF-8, without its mark; null if it is invalid UTF-16.</returns>
    public static ReadOnlyMemory<byte>? Utf8(ReadOnlyMemory<byte> content)
    {
        if (Wide(content.Span) is not var (encoding, start)) return content[(content.Length - WithoutMark(content.Span).Length)..];
        try
        {
            return Encoding.UTF8.GetBytes(encoding.GetString(content.Span[start..]));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The line, from 1, of a value that follows the first, as in JSON Lines; null if there is none.</summary>
    public static int? LineOfSecondValue(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true });
            if (!reader.Read() || !reader.TrySkip()) return null;
            var rest = json[(int)reader.BytesConsumed..].TrimStart(" \t\r\n"u8);
            return rest is [(byte)'{' or (byte)'[', ..] ? json[..^rest.Length].Count((byte)'\n') + 1 : null;
        }
        catch (JsonException)
        {
            // The first value is already invalid.
            return null;
        }
    }

    /// <summary>The line, from 1, of the first key that isn't valid text.</summary>
    public static int? LineOfInvalidKey(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
            }
        }

        return null;
    }

    private static (Encoding Encoding, int Start)? Wide(ReadOnlySpan<byte> content) => content switch
    {
        [0xff, 0xfe, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xfe, 0xff, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [(byte)'{' or (byte)' ' or (byte)'\r' or (byte)'\n', 0, not 0, 0, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 0),
        [0, (byte)'{' or (byte)' ' or (byte)'\r' or (byte)'\n', 0, not 0, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 0),
        _ => null,
    };

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) => content.StartsWith("\uFEFF"u8) ? content[3..] : content;
}
