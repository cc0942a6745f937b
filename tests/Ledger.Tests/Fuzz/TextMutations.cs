using System.Text;
using System.Text.RegularExpressions;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>Changes the tokens of a text: words, numbers, quoted text and marks.</summary>
internal static partial class TextMutations
{
    private static readonly string[] Odd =
    [
        "", "0", "-1", "2147483647", "2147483648", "-9223372036854775808", "1e309", "0.0000001", "65536", "null", "true", "\"\"", "\"", "'", "\\", "\\u0000", "\\ud800", "\0",
        "[", "]", "{", "}", "(", ")", "<", ">", "<<", ">>", ",", ";", "\t", "\n", "\r\n", "\r", "/", "%", "[[[[[[[[[[[[", "2017-02-30", "1/32/2017", "\uFEFF", "&#0;", "&amp;",
    ];

    public static byte[] Of(byte[] content, Random random) => Encoding.Latin1.GetBytes(Of(Encoding.Latin1.GetString(content), random));

    public static string Of(string text, Random random)
    {
        var tokens = Token().EnumerateMatches(text);
        var places = new List<Range>();
        foreach (var token in tokens) places.Add(token.Index..(token.Index + token.Length));
        if (places.Count == 0) return text + Odd[random.Next(Odd.Length)];

        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            // From behind, so that the places before stay where they are.
            var last = places.Count - 1 - (random.Next(places.Count) / changes);
            var (place, other) = (places[last], places[random.Next(places.Count)]);
            var (before, token, after) = (text[..place.Start], text[place], text[place.End..]);
            var end = places[Math.Min(places.Count - 1, last + random.Next(1, 60))].End;
            text = random.Next(9) switch
            {
                0 => before + after,
                1 => before + token + token + after,
                2 => before + Odd[random.Next(Odd.Length)] + after,
                3 => before + text[other] + after,
                4 => before + text[place.Start..end] + token + after,
                5 => before + text[end..],
                6 => before + InFullWidth(token) + after,
                7 => before + WithHalfAPair(token, random) + after,
                _ => before + string.Concat(token.Reverse()) + after,
            };
            places.RemoveRange(last, places.Count - last);
            if (places.Count == 0) break;
        }

        return text;
    }

    // Each byte is a letter here, and these digits have three in UTF-8.
    private static string InFullWidth(string token) =>
        string.Concat(token.Select(letter => char.IsAsciiDigit(letter) ? $"\u00ef\u00bc{(char)(0x90 + letter - '0')}" : letter.ToString()));

    // In a key or text of JSON, half of a pair of surrogates is written as any other letter is.
    private static string WithHalfAPair(string token, Random random) =>
        token.Length > 1 && token[0] == '"' ? token.Insert(random.Next(1, token.Length), random.Next(2) == 0 ? "\\ud800" : "\\udfff") : token;

    [GeneratedRegex(@"""(?:[^""\\\r\n]|\\.)*""|[A-Za-z*']+|-?\d+(?:\.\d+)?|\s+|.")]
    private static partial Regex Token();
}
