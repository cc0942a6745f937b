namespace DetainerLedger.Places;

/// <param name="Key">Its letters and digits, as of <see cref="PlaceText.Key"/>.</param>
/// <param name="IsBareCounty">Without its kind, as in a list of counties.</param>
internal readonly record struct MentionedName(string Key, bool IsBareCounty = false);

/// <summary>What a place may be called in a sentence.</summary>
internal static class MentionedNames
{
    public static IReadOnlyList<MentionedName> Of(Jurisdiction place)
    {
        var words = PlaceText.Words(place.Name).Select(PlaceWording.Word).ToList();
        if (words.Count == 0) return [];
        var key = string.Concat(words);
        return (place.Kind, words) switch
        {
            (JurisdictionKind.State, _) when place.State == "DC" => [new(key), new("dc")],
            (JurisdictionKind.County, [.., _, "county" or "parish"]) =>
                [new(key), new(words[^1] + "of" + string.Concat(words[..^1])), new(string.Concat(words[..^1]), IsBareCounty: true)],
            (JurisdictionKind.City, ["new", "york", "city"]) => [new(key), new("nyc"), new("cityofnewyork")],
            // Only of the register's cities (Baltimore City) is it known that they are called so; Kansas City is not Kansas.
            (JurisdictionKind.City, _) when place.Fips is not null => [new(key), new(key + "city")],
            _ => [new(key)],
        };
    }
}
