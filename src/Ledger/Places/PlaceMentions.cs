namespace DetainerLedger.Places;

/// <summary>Finds out whether texts name a place, in any of its printed variants. What the texts state about it is not interpreted.</summary>
public sealed class PlaceMentions(IEnumerable<string> texts)
{
    private readonly List<TokenizedText> _texts = [.. texts.Select(text => new TokenizedText(text))];

    public bool Name(Jurisdiction place)
    {
        var variants = VariantsOf(place);
        foreach (var text in _texts)
            for (var start = 0; start < text.Count; start++)
                foreach (var variant in variants)
                    if (text.EndOf(variant.Key, start) is { } end && Means(place, variant, text, start, end)) return true;
        return false;
    }

    /// <summary>The names by which a place may be called in a sentence.</summary>
    private static IReadOnlyList<Variant> VariantsOf(Jurisdiction place)
    {
        var words = NameNormalizer.Words(place.Name);
        if (words.Count == 0) return [];
        var key = string.Concat(words);
        return (place.Kind, words) switch
        {
            (JurisdictionKind.State, _) when place.State == "DC" => [new(key), new("dc")],
            (JurisdictionKind.County, [.., _, "county" or "parish"]) =>
                [new(key), new(words[^1] + "of" + string.Concat(words[..^1])), new(string.Concat(words[..^1]), IsBareCounty: true)],
            (JurisdictionKind.City, ["new", "york", "city"]) => [new(key), new("nyc"), new("cityofnewyork")],
            // Only the register's cities may have "City" added (Baltimore City); Kansas City is not Kansas.
            (JurisdictionKind.City, _) when place.Fips is not null => [new(key), new(key + "city")],
            _ => [new(key)],
        };
    }

    private static bool Means(Jurisdiction place, Variant variant, TokenizedText text, int start, int end)
    {
        // "Baltimore" is not "Baltimore County", nor "New York" "New York City"; but "Clay and Nassau Counties" names both.
        int? whole = variant.IsBareCounty ? text.EndOfCounties(end) : text.IsKindOfPlace(end) ? null : end;
        if (whole is not { } after) return false;

        // The California of "Alameda County, California" is not the whole state; the D.C. of "Washington, D.C." is the District.
        if (place is { Kind: JurisdictionKind.State, State: not "DC" }) return !text.IsOfPlaceBefore(start);

        // "Franklin County, Iowa" is not the one in Pennsylvania.
        return place.State is null || text.StateAt(after) is not { } printed || printed.Code == place.State;
    }

    /// <param name="Key">Letters and digits, as returned by <see cref="TextFolding.Key"/>.</param>
    /// <param name="IsBareCounty">Without its kind, as in a list of counties.</param>
    private readonly record struct Variant(string Key, bool IsBareCounty = false);
}
