using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DetainerLedger.Places;

/// <summary>
/// Reads the letters of a name, whatever they were printed with. It folds with a table of its own:
/// the runtime's normalization does nothing when globalization is invariant.
/// </summary>
internal static class PlaceText
{
    /// <summary>In characters. What is longer is no name of a place.</summary>
    private const int Longest = 200;

    private const char Cut = '…';

    private static readonly FrozenDictionary<char, string> Folded = Fold(
        ("ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "a"), ("Ææ", "ae"), ("ÇçĆćĈĉĊċČč", "c"), ("ÐðĎďĐđ", "d"), ("ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "e"), ("ĜĝĞğĠġĢģ", "g"),
        ("ĤĥĦħ", "h"), ("ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "i"), ("Ĵĵ", "j"), ("Ķķ", "k"), ("ĹĺĻļĽľĿŀŁł", "l"), ("ÑñŃńŅņŇňŉŊŋ", "n"),
        ("ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "o"), ("Œœ", "oe"), ("ŔŕŖŗŘř", "r"), ("ŚśŜŝŞşŠšſ", "s"), ("ß", "ss"), ("ŢţŤťŦŧ", "t"), ("Þþ", "th"),
        ("ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "u"), ("Ŵŵ", "w"), ("ÝýÿŶŷŸ", "y"), ("ŹźŻżŽž", "z"));

    private static readonly FrozenDictionary<char, string> Typeset = Fold(
        ("‘’‛′ʹʻʼ´`", "'"), ("“”„″", "\""), ("‐‑‒–—―−", "-"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅﬆ", "st"));

    /// <summary>The text without what the typesetter put in: odd spaces, soft hyphens, curly quotes, dashes, ligatures.</summary>
    /// <returns>Longer texts end in an ellipsis; see <see cref="IsIncomplete"/>.</returns>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (clean.Length > Longest + 1) break;
            if (rune.IsBmp && Typeset.TryGetValue((char)rune.Value, out var plain)) clean.Append(plain);
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) AppendSpace(clean);
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) clean.Append(rune.ToString());
        }
        var result = clean.ToString().TrimEnd(' ');
        if (result.Length <= Longest) return result;
        var end = char.IsHighSurrogate(result[Longest - 2]) ? Longest - 2 : Longest - 1;
        return result[..end].TrimEnd(' ') + Cut;
    }

    /// <summary>What was cut off might have been the state.</summary>
    public static bool IsIncomplete(string clean) => clean.EndsWith(Cut);

    /// <summary>The words of a name in lower-case ASCII: diacritics folded, apostrophes and dots dropped.</summary>
    public static List<string> Words(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Clean(text))
        {
            if (char.IsAsciiLetterOrDigit(letter)) word.Append(char.ToLowerInvariant(letter));
            else if (Folded.TryGetValue(letter, out var folded)) word.Append(folded);
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

    /// <summary>A text of any length to look for names in: diacritics folded (to lower case), typesetting and line breaks taken out.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Typeset.TryGetValue(letter, out var plain) || Folded.TryGetValue(letter, out plain)) folded.Append(plain);
            else if (char.IsWhiteSpace(letter)) AppendSpace(folded);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)) folded.Append(letter);
        }
        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>What a name is looked up by: nothing but its letters and digits, so that <c>De Kalb</c> is <c>DeKalb</c>.</summary>
    public static string Key(string? text) => string.Concat(Words(text));

    /// <summary>A state and a name as an id.</summary>
    public static string Id(State state, IEnumerable<string> words) => $"{state.Code.ToLowerInvariant()}-{string.Join('-', words)}";

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
    }

    private static FrozenDictionary<char, string> Fold(params (string Letters, string Plain)[] rules) =>
        rules.SelectMany(rule => rule.Letters.Select(letter => KeyValuePair.Create(letter, rule.Plain))).ToFrozenDictionary();
}
