namespace DetainerLedger.Places;

/// <summary>
/// Maps the variants of a name to one: <c>Saint</c> and <c>St.</c>, <c>City of Chicago</c> and <c>Chicago</c>, <c>Travis Co.</c>
/// and <c>County of Travis</c>. The id and the displayed name follow from the state and these words alone.
/// </summary>
internal static class NameNormalizer
{
    /// <summary>In characters, of the words joined by hyphens. With the state, an id stays below 120.</summary>
    private const int MaxLength = 110;

    private static readonly string[][] CityPrefixes =
        [["city", "and", "county", "of"], ["city", "and", "borough", "of"], ["municipality", "of"], ["city", "of"]];

    private static readonly string[] CountyKinds = ["county", "parish", "borough"];

    /// <summary>The normalized words of a name. Normalizing them again changes nothing.</summary>
    public static List<string> Normalize(JurisdictionRegister register, State state, IEnumerable<string> words)
    {
        var current = words.ToList();
        // A step can enable another ("City of City of Ft. Worth"), so they are repeated until nothing changes: almost always two rounds.
        while (true)
        {
            var next = Truncate(Spell(register, state, WithoutPrefix(state, current).Select(NormalizeWord)));
            if (next.SequenceEqual(current)) return next;
            current = next;
        }
    }

    public static string NormalizeWord(string word, int position) => word switch
    {
        "saint" => "st",
        "sainte" => "ste",
        "ft" when position == 0 => "fort",
        "mt" when position == 0 => "mount",
        "co" or "cnty" when position > 0 => "county",
        "dept" => "department",
        _ => word,
    };

    /// <summary>The words of a text, each normalized, without looking at the name as a whole.</summary>
    public static List<string> Words(string text) => [.. TextFolding.Words(text).Select(NormalizeWord)];

    public static string Id(State state, IEnumerable<string> words) => $"{state.Code.ToLowerInvariant()}-{string.Join('-', words)}";

    /// <summary>The name to display: in the register's spelling where it has one, otherwise capitalized.</summary>
    public static string DisplayName(JurisdictionRegister register, State state, IReadOnlyList<string> words)
    {
        for (var length = words.Count; length > 0; length--)
        {
            if (register.SpellingOf(state, words.Take(length)) is { } spelling)
                return string.Join(' ', words.Skip(length).Select(CapitalizeInside).Prepend(spelling));
        }
        return string.Join(' ', words.Select((word, position) => position == 0 ? Capitalize(word) : CapitalizeInside(word)));
    }

    private static List<string> WithoutPrefix(State state, List<string> words)
    {
        if (state.Code == "NY" && words is ["nyc"] or ["city", "of", "new", "york"]) return ["new", "york", "city"];
        foreach (var prefix in CityPrefixes)
        {
            if (!words.Take(prefix.Length).SequenceEqual(prefix)) continue;
            var rest = words[prefix.Length..];
            // Without its prefix, the City of Oklahoma would be the whole state.
            return rest.Count > 0 && StateNames.Find(string.Concat(rest)) != state ? rest : words;
        }
        if (words is ["county" or "parish", "of", _, ..] && !KindClassifier.IsAgency(words))
            return CountyKinds.Contains(words[^1]) ? words[2..] : [.. words[2..], words[0]];
        return words;
    }

    /// <summary>Spells the beginning as the register does, so that <c>De Kalb County Jail</c> becomes <c>DeKalb County Jail</c>.</summary>
    private static List<string> Spell(JurisdictionRegister register, State state, IEnumerable<string> from)
    {
        var words = from.ToList();
        for (var length = words.Count; length > 0; length--)
            if (register.SpellingOf(state, words[..length]) is { } spelling) return [.. TextFolding.Words(spelling), .. words[length..]];
        return words;
    }

    private static List<string> Truncate(List<string> words)
    {
        var truncated = new List<string>();
        var room = MaxLength;
        foreach (var word in words)
        {
            if (word.Length > room)
            {
                if (truncated.Count == 0) truncated.Add(word[..room]);
                break;
            }
            truncated.Add(word);
            room -= word.Length + 1;
        }
        return truncated;
    }

    private static string CapitalizeInside(string word) => word is "of" or "and" or "the" or "for" or "by" or "on" or "in" or "at" ? word : Capitalize(word);

    private static string Capitalize(string word) => word switch
    {
        "st" => "St.",
        "ste" => "Ste.",
        "us" or "ice" or "pd" or "nypd" or "lapd" or "sfpd" or "sdpd" or "lvmpd" => word.ToUpperInvariant(),
        "sheriffs" => "Sheriff's",
        "mens" => "Men's",
        "womens" => "Women's",
        ['m', 'c', var third, _, ..] => $"Mc{char.ToUpperInvariant(third)}{word[3..]}",
        _ => char.ToUpperInvariant(word[0]) + word[1..],
    };
}
