using System.Globalization;
using System.Text;

namespace DetainerLedger.Places;

/// <summary>
/// Reduces printed letters to plain ones: removes typesetting, diacritics and punctuation. It uses its own table,
/// because the runtime's normalization does nothing in globalization-invariant mode.
/// </summary>
internal static class TextFolding
{
    /// <summary>In characters. A longer text is not the name of a place.</summary>
    private const int MaxLength = 200;

    private const char Ellipsis = '…';

    private static readonly LetterTable Diacritics = new(
        ("ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "a"), ("Ææ", "ae"), ("ÇçĆćĈĉĊċČč", "c"), ("ÐðĎďĐđ", "d"), ("ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "e"), ("ĜĝĞğĠġĢģ", "g"),
        ("ĤĥĦħ", "h"), ("ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "i"), ("Ĵĵ", "j"), ("Ķķ", "k"), ("ĹĺĻļĽľĿŀŁł", "l"), ("ÑñŃńŅņŇňŉŊŋ", "n"),
        ("ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "o"), ("Œœ", "oe"), ("ŔŕŖŗŘř", "r"), ("ŚśŜŝŞşŠšſ", "s"), ("ß", "ss"), ("ŢţŤťŦŧ", "t"), ("Þþ", "th"),
        ("ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "u"), ("Ŵŵ", "w"), ("ÝýÿŶŷŸ", "y"), ("ŹźŻżŽž", "z"));

    private static readonly LetterTable Typesetting = new(
        ("‘’‛′ʹʻʼ´`", "'"), ("“”„″", "\""), ("‐‑‒–—―−", "-"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅﬆ", "st"));

    /// <summary>Removes typesetting: odd spaces, soft hyphens, curly quotes, dashes, ligatures.</summary>
    /// <returns>A text that was too long is truncated and ends in an ellipsis; see <see cref="IsTruncated"/>.</returns>
    public static string Clean(string? text)
    {
        if (text is null || IsClean(text)) return text ?? "";
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length > MaxLength + 1) break;
            if (rune.IsBmp && Typesetting.TryGetValue((char)rune.Value, out var plain)) clean.Append(plain);
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) AppendSpace(clean);
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) clean.Append(rune.ToString());
        }
        var result = clean.ToString().TrimEnd(' ');
        if (result.Length <= MaxLength) return result;
        var end = char.IsHighSurrogate(result[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
        return result[..end].TrimEnd(' ') + Ellipsis;
    }

    // Nearly every name: ASCII, apart from the grave accent that is used as an apostrophe, with single spaces between words.
    private static bool IsClean(string text)
    {
        for (var index = 0; index < text.Length; index++)
            if (text[index] == ' ' ? index == 0 || index == text.Length - 1 || text[index - 1] == ' ' : text[index] is < '!' or > '~' or '`') return false;
        return text.Length <= MaxLength;
    }

    /// <summary>Whether <see cref="Clean"/> truncated the text. The part that is missing may be the state.</summary>
    public static bool IsTruncated(string clean) => clean.EndsWith(Ellipsis);

    /// <summary>The words of a name in lower-case ASCII: diacritics folded, apostrophes and dots removed.</summary>
    public static List<string> Words(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Clean(text))
        {
            if (char.IsAsciiLetterOrDigit(letter)) word.Append(char.ToLowerInvariant(letter));
            else if (Diacritics.TryGetValue(letter, out var folded)) word.Append(folded);
            else if (letter == '.' && word.ToString() is "st" or "ste" or "ft" or "mt") EndWord();
            else if (letter == '&') { EndWord(); words.Add("and"); }
            else if (letter is not ('\'' or '.') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) EndWord();
        }
        EndWord();
        return words;

        void EndWord()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Folds a text of any length: accented letters to lower-case ASCII, without typesetting and line breaks. Other letters keep their case.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Typesetting.TryGetValue(letter, out var plain) || Diacritics.TryGetValue(letter, out plain)) folded.Append(plain);
            else if (char.IsWhiteSpace(letter)) AppendSpace(folded);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)) folded.Append(letter);
        }
        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>A key for look-ups: letters and digits only, so that <c>De Kalb</c> equals <c>DeKalb</c>.</summary>
    public static string Key(string? text) => string.Concat(Words(text));

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
    }
}
