using System.Text;
using System.Text.Unicode;

namespace DetainerLedger.Parsing.Csv;

/// <summary>Detects the encoding of a text file: by its byte order mark, or by its bytes.</summary>
internal static class CsvText
{
    // Enough to distinguish text from other bytes; a file can be larger.
    private const int Looked = 4096;

    /// <summary>
    /// Whether the bytes can be a table: text without control characters other than tabs and line breaks, with at least one
    /// separator, and without the markup of HTML, XML or JSON.
    /// </summary>
    public static bool IsTable(ReadOnlySpan<byte> content, string separators)
    {
        var start = content[..Math.Min(content.Length, Looked)];
        var text = WideEncoding(start) is { } wide ? wide.GetString(start[..(start.Length & ~1)]) : Encoding.Latin1.GetString(start);
        return text.AsSpan().ContainsAny(separators)
            && text.AsSpan().TrimStart(" \t\r\n\ufeff") is [not ('<' or '[' or '{'), ..]
            && !text.AsSpan().ContainsAnyInRange('\0', '\u0008') && !text.AsSpan().ContainsAnyInRange('\u000e', '\u001f');
    }

    /// <summary>UTF-16 and UTF-8 by their byte order marks; otherwise UTF-8 if all bytes are valid, or else Windows-1252, which Excel often saves.</summary>
    /// <returns>Null if the mark and the bytes contradict each other.</returns>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> content) =>
        WideEncoding(content)
        ?? (Utf8.IsValid(content) ? Encoding.UTF8 : content.StartsWith("\uFEFF"u8) ? null : CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

    private static Encoding? WideEncoding(ReadOnlySpan<byte> content)
    {
        if (content is [0xff, 0xfe, ..]) return Encoding.Unicode;
        if (content is [0xfe, 0xff, ..]) return Encoding.BigEndianUnicode;

        // Without a mark, UTF-16 is recognized by the zero byte in each of its first letters.
        return content switch
        {
            [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
    }
}
