namespace DetainerLedger.Places;

/// <summary>
/// Brings the ways to word one name to one: <c>Saint</c> and <c>St.</c>, <c>City of Chicago</c> and <c>Chicago</c>,
/// <c>Travis Co.</c> and <c>County of Travis</c>. Doing it again changes nothing.
/// </summary>
internal static class PlaceWording
{
    /// <summary>In characters, of the words joined by hyphens. With the state an id stays below 120.</summary>
    private const int Longest = 110;

    private static readonly string[][] CityPrefixes =
        [["city", "and", "county", "of"], ["city", "and", "borough", "of"], ["municipality", "of"], ["city", "of"]];

    private static readonly string[] CountyKinds = ["county", "parish", "borough"];

    public static List<string> Canonical(JurisdictionRegister register, State state, IEnumerable<string> words)
    {
        var current = words.ToList();
        // Each step may make room for another: "City of City of Ft. Worth". Almost always the second round ends it.
        while (true)
        {
            var next = Shorten(Spell(register, state, WithoutPrefix(state, current).Select(Word)));
            if (next.SequenceEqual(current)) return next;
            current = next;
        }
    }

    public static string Word(string word, int position) => word switch
    {
        "saint" => "st",
        "sainte" => "ste",
        "ft" when position == 0 => "fort",
        "mt" when position == 0 => "mount",
        "co" or "cnty" when position > 0 => "county",
        "dept" => "department",
        _ => word,
    };

    private static List<string> WithoutPrefix(State state, List<string> words)
    {
        if (state.Code == "NY" && words is ["nyc"] or ["city", "of", "new", "york"]) return ["new", "york", "city"];
        foreach (var prefix in CityPrefixes)
        {
            if (!StartsWith(words, prefix)) continue;
            var rest = words[prefix.Length..];
            // Without its prefix, the City of Oklahoma would be the whole state.
            return rest.Count > 0 && StateDirectory.Find(string.Concat(rest)) != state ? rest : words;
        }
        if (words is ["county" or "parish", "of", _, ..] && !AgencyWords.AnyIn(words))
            return CountyKinds.Contains(words[^1]) ? words[2..] : [.. words[2..], words[0]];
        return words;
    }

    /// <summary>Writes the beginning as the state's own places are spelled, so that <c>De Kalb County Jail</c> is <c>DeKalb County Jail</c>.</summary>
    private static List<string> Spell(JurisdictionRegister register, State state, IEnumerable<string> from)
    {
        var words = from.ToList();
        for (var length = words.Count; length > 0; length--)
            if (register.SpellingOf(state, words[..length]) is { } spelling) return [.. PlaceText.Words(spelling), .. words[length..]];
        return words;
    }

    private static List<string> Shorten(List<string> words)
    {
        var shortened = new List<string>();
        var room = Longest;
        foreach (var word in words)
        {
            if (word.Length > room)
            {
                if (shortened.Count == 0) shortened.Add(word[..room]);
                break;
            }
            shortened.Add(word);
            room -= word.Length + 1;
        }
        return shortened;
    }

    private static bool StartsWith(List<string> words, string[] prefix) => words.Take(prefix.Length).SequenceEqual(prefix);
}
