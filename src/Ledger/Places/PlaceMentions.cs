namespace DetainerLedger.Places;

/// <summary>Tells whether texts name a place, in any of the ways in which it is printed; not what they say of it.</summary>
public sealed class PlaceMentions(IEnumerable<string> texts)
{
    private readonly List<RunningText> _texts = [.. texts.Select(text => new RunningText(text))];

    public bool Name(Jurisdiction place)
    {
        var names = MentionedNames.Of(place);
        foreach (var text in _texts)
            for (var start = 0; start < text.Count; start++)
                foreach (var name in names)
                    if (text.EndOf(name.Key, start) is { } end && Means(place, name, text, start, end)) return true;
        return false;
    }

    private static bool Means(Jurisdiction place, MentionedName name, RunningText text, int start, int end)
    {
        // "Baltimore" is not "Baltimore County", nor "New York" "New York City"; but "Clay and Nassau Counties" are both.
        int? whole = name.IsBareCounty ? text.EndOfCounties(end) : text.IsKindOfPlace(end) ? null : end;
        if (whole is not { } after) return false;

        // The California of "Alameda County, California" is not the whole state; the D.C. of "Washington, D.C." is the District.
        if (place is { Kind: JurisdictionKind.State, State: not "DC" }) return !text.IsOfAPlaceBefore(start);

        // "Franklin County, Iowa" is not the one in Pennsylvania.
        return place.State is null || text.StateAt(after) is not { } printed || printed.Code == place.State;
    }
}
