using System.Text;
using System.Text.Unicode;

namespace DetainerLedger.Parsing.Csv;

/// <summary>Tells how the bytes of a text file are to be read: by their mark, or by what they can be.</summary>
internal static class CsvText
{
    // As much as tells a text from other bytes; a file may well be larger.
    private const int Looked = 4096;

    /// <summary>Whether the bytes begin as a text does: no control characters but tabs and line breaks.</summary>
    public static bool IsText(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, Looked)];
        if (WideEncoding(start) is { } wide) start = Encoding.UTF8.GetBytes(wide.GetString(start[..(start.Length & ~1)]));
        return !start.ContainsAnyInRange<byte>(0, 8) && !start.ContainsAnyInRange<byte>(14, 31);
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
