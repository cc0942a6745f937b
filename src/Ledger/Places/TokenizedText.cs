using System.Text.RegularExpressions;

namespace DetainerLedger.Places;

/// <summary>A text as a list of words and commas, in which <see cref="PlaceMentions"/> looks for names. Positions count both.</summary>
internal sealed partial class TokenizedText
{
    private const int LongestStateName = 4;
    private const int LongestList = 40;

    private readonly List<Token> _tokens;

    public TokenizedText(string text) => _tokens = [.. WordsAndCommas().Matches(TextFolding.Fold(text)).Select(match => Token.Of(match.Value))];

    public int Count => _tokens.Count;

    /// <summary>The position after the name that begins here; null if another text does. A name never includes a comma.</summary>
    /// <param name="key">Letters and digits, as returned by <see cref="TextFolding.Key"/>.</param>
    public int? EndOf(string key, int start)
    {
        var found = 0;
        for (var at = start; at < Count; at++)
        {
            var word = at == start ? _tokens[at].AsFirst : _tokens[at].AsLater;
            if (word.Length == 0 || string.CompareOrdinal(key, found, word, 0, word.Length) != 0) return null;
            found += word.Length;
            if (found == key.Length) return at + 1;
        }
        return null;
    }

    /// <summary>Whether the next word is the kind of a place, such as County. The CO of "Denver CO" isn't, nor is the first word of a sentence.</summary>
    public bool IsKindOfPlace(int at) =>
        at < Count && _tokens[at] is { AsLater: "county" or "parish" or "city", Printed: not "CO" } && !_tokens[at - 1].EndsInDot;

    /// <summary>The position after a list of counties in which a name ends here ("Clay and Nassau Counties"); null if this is no such list.</summary>
    public int? EndOfCounties(int at)
    {
        for (var end = Math.Min(Count, at + LongestList); at < end && !IsKindOfPlace(at); at++)
        {
            if (_tokens[at].AsLater is "counties" or "parishes") return at + 1;
            if (!_tokens[at].IsCapitalized && _tokens[at].Printed is not ("," or "and" or "&" or "or" or "of" or "du" or "la")) return null;
        }
        return null;
    }

    /// <summary>The state that follows a comma here, if one does.</summary>
    public State? StateAt(int at)
    {
        if (at >= Count || !_tokens[at].IsComma) return null;
        at++;
        // The words "in" and "or" are not Indiana and Oregon, and La Salle County is not in Louisiana.
        if (at >= Count || !_tokens[at].IsCapitalized || _tokens[at].Printed is [_, >= 'a' and <= 'z']) return null;
        for (var length = Math.Min(LongestStateName, Count - at); length > 0; length--)
            if (!Continues(at + length) && StateNames.Find(Printed(at, length)) is { } state) return state;
        return null;
    }

    /// <summary>Whether the state that begins here follows a place and a comma. In a list of states it doesn't.</summary>
    public bool IsOfPlaceBefore(int start)
    {
        var comma = start - 1;
        if (comma < 1 || !_tokens[comma].IsComma) return false;
        for (var length = Math.Min(LongestStateName, comma); length > 0; length--)
            if (StateNames.FindByFullName(Printed(comma - length, length)) is not null) return false;
        return true;
    }

    // Virginia Beach is not Virginia, nor is Washington County Washington.
    private bool Continues(int at) =>
        IsKindOfPlace(at) || (at < Count && _tokens[at].IsCapitalized && _tokens[at].Printed is [_, >= 'a' and <= 'z', ..] && !_tokens[at - 1].EndsInDot);

    private string Printed(int at, int length) => string.Join(' ', _tokens[at..(at + length)].Select(token => token.Printed));

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'.]*|&|,")]
    private static partial Regex WordsAndCommas();

    /// <param name="AsFirst">Its key as the first word of a name; <paramref name="AsLater"/> is that of any other word.</param>
    private readonly record struct Token(string Printed, string AsFirst, string AsLater)
    {
        public bool IsComma => Printed == ",";

        public bool IsCapitalized => char.IsUpper(Printed[0]);

        public bool EndsInDot => Printed.EndsWith('.');

        public static Token Of(string printed)
        {
            var words = TextFolding.Words(printed);
            return new(printed, Key(0), Key(1));

            string Key(int position) => string.Concat(words.Select((word, within) => NameNormalizer.NormalizeWord(word, position + within)));
        }
    }
}
