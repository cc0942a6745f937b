namespace DetainerLedger.Places;

/// <summary>
/// Makes the jurisdiction of a place that the register doesn't have. All of it follows from the state and the words alone:
/// a jurisdiction is compared by value, so one id never comes with two names.
/// </summary>
internal static class PlaceNames
{
    public static Jurisdiction Jurisdiction(JurisdictionRegister register, State state, IReadOnlyList<string> words) =>
        new(PlaceText.Id(state, words), Name(register, state, words), state.Code, Kind(state, words), null);

    private static JurisdictionKind Kind(State state, IReadOnlyList<string> words) =>
        AgencyWords.AnyIn(words) ? JurisdictionKind.Agency
        : TribeWords.AnyIn(words) ? JurisdictionKind.Tribe
        : IsCounty(state, words) ? JurisdictionKind.County
        : JurisdictionKind.City;

    // In Pennsylvania and New Jersey a borough is a small city; a county it is in Alaska alone.
    private static bool IsCounty(State state, IReadOnlyList<string> words) => state.Code switch
    {
        "AK" => words is [.., _, "borough" or "county"] or [.., _, "census", "area"],
        "LA" => words is [.., _, "parish" or "county"],
        _ => words is [.., _, "county"],
    };

    private static string Name(JurisdictionRegister register, State state, IReadOnlyList<string> words)
    {
        for (var length = words.Count; length > 0; length--)
            if (register.SpellingOf(state, words.Take(length)) is { } spelling) return string.Join(' ', words.Skip(length).Select(Later).Prepend(spelling));
        return string.Join(' ', words.Select((word, position) => position == 0 ? Capitalized(word) : Later(word)));
    }

    private static string Later(string word) => word is "of" or "and" or "the" or "for" or "by" or "on" or "in" or "at" ? word : Capitalized(word);

    private static string Capitalized(string word) => word switch
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
