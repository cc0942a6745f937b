using System.Text.RegularExpressions;

namespace DetainerLedger.Places;

/// <summary>A text as words and commas, to look for names in. Positions count both.</summary>
internal sealed partial class RunningText
{
    private const int LongestStateName = 4;
    private const int LongestList = 40;

    private readonly List<Token> _tokens;

    public RunningText(string text) => _tokens = [.. WordsAndCommas().Matches(PlaceText.Fold(text)).Select(match => Token.Of(match.Value))];

    public int Count => _tokens.Count;

    /// <summary>Where the name ends that begins here; null when it doesn't. No name goes beyond a comma.</summary>
    /// <param name="key">Its letters and digits, as of <see cref="PlaceText.Key"/>.</param>
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

    /// <summary>Whether a name that ends here goes on with the kind of a place: County. The CO of Denver is none, nor is what begins a sentence.</summary>
    public bool IsKindOfPlace(int at) =>
        at < Count && _tokens[at] is { AsLater: "county" or "parish" or "city", Printed: not "CO" } && !_tokens[at - 1].EndsInDot;

    /// <summary>Where a list of counties ends that has one of its names end here: Clay and Nassau Counties.</summary>
    public int? EndOfCounties(int at)
    {
        for (var end = Math.Min(Count, at + LongestList); at < end && !IsKindOfPlace(at); at++)
        {
            if (_tokens[at].AsLater is "counties" or "parishes") return at + 1;
            if (!_tokens[at].IsCapitalized && _tokens[at].Printed is not ("," or "and" or "&" or "or" or "of" or "du" or "la")) return null;
        }
        return null;
    }

    /// <summary>The state that stands behind a name and a comma.</summary>
    public State? StateAt(int at)
    {
        if (at >= Count || !_tokens[at].IsComma) return null;
        at++;
        // In running text "in" and "or" are no states, and La Salle County is not of Louisiana.
        if (at >= Count || !_tokens[at].IsCapitalized || _tokens[at].Printed is [_, >= 'a' and <= 'z']) return null;
        for (var length = Math.Min(LongestStateName, Count - at); length > 0; length--)
            if (!GoesOn(at + length) && StateDirectory.Find(Printed(at, length)) is { } state) return state;
        return null;
    }

    /// <summary>Whether the state that begins here is that of a place before it; in a list of states it isn't.</summary>
    public bool IsOfAPlaceBefore(int start)
    {
        var comma = start - 1;
        if (comma < 1 || !_tokens[comma].IsComma) return false;
        for (var length = Math.Min(LongestStateName, comma); length > 0; length--)
            if (StateDirectory.FindByFullName(Printed(comma - length, length)) is not null) return false;
        return true;
    }

    // Virginia Beach is no state, nor is Washington County.
    private bool GoesOn(int at) =>
        IsKindOfPlace(at) || (at < Count && _tokens[at].IsCapitalized && _tokens[at].Printed is [_, >= 'a' and <= 'z', ..] && !_tokens[at - 1].EndsInDot);

    private string Printed(int at, int length) => string.Join(' ', _tokens[at..(at + length)].Select(token => token.Printed));

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'.]*|&|,")]
    private static partial Regex WordsAndCommas();

    /// <param name="AsFirst">Its key where a name begins with it, and elsewhere in a name.</param>
    private readonly record struct Token(string Printed, string AsFirst, string AsLater)
    {
        public bool IsComma => Printed == ",";

        public bool IsCapitalized => char.IsUpper(Printed[0]);

        public bool EndsInDot => Printed.EndsWith('.');

        public static Token Of(string printed)
        {
            var words = PlaceText.Words(printed);
            return new(printed, Key(0), Key(1));

            string Key(int position) => string.Concat(words.Select((word, within) => PlaceWording.Word(word, position + within)));
        }
    }
}
