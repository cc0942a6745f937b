using System.Text;
using System.Text.Unicode;

namespace DetainerLedger.Parsing.Csv;

/// <summary>Tells how the bytes of a text file are to be read: by their mark, or by what they can be.</summary>
internal static class CsvText
{
    // As much as tells a text from other bytes; a file may well be larger.
    private const int Looked = 4096;

    /// <summary>
    /// Whether the bytes may be meant as a table: a text, without control characters but tabs and line breaks, that has some
    /// separator, and isn't marked up as HTML, XML or JSON are.
    /// </summary>
    public static bool IsTable(ReadOnlySpan<byte> content, string separators)
    {
        var start = content[..Math.Min(content.Length, Looked)];
        var text = WideEncoding(start) is { } wide ? wide.GetString(start[..(start.Length & ~1)]) : Encoding.Latin1.GetString(start);
        return text.AsSpan().ContainsAny(separators)
            && text.AsSpan().TrimStart(" \t\r\n\ufeff") is [not ('<' or '[' or '{'), ..]
            && !text.AsSpan().ContainsAnyInRange('\0', '\u0008') && !text.AsSpan().ContainsAnyInRange('\u000e', '\u001f');
    }

    /// <summary>UTF-16 and UTF-8 by their marks, or else UTF-8 where all of it is, or else Windows-1252, as Excel saves on many machines.</summary>
    /// <returns>Null when the mark and the bytes contradict each other.</returns>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> content) =>
        WideEncoding(content)
        ?? (Utf8.IsValid(content) ? Encoding.UTF8 : content.StartsWith("\uFEFF"u8) ? null : CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

    private static Encoding? WideEncoding(ReadOnlySpan<byte> content)
    {
        if (content is [0xff, 0xfe, ..]) return Encoding.Unicode;
        if (content is [0xfe, 0xff, ..]) return Encoding.BigEndianUnicode;

        // Without a mark, UTF-16 shows by the empty half of its first letters.
        return content switch
        {
            [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
    }
}
