using DetainerLedger.Places;

namespace DetainerLedger.Digests;

/// <summary>Lists places by name and state, without leaving any out.</summary>
internal static class PlaceLists
{
    /// <summary><c>Ames and Davenport in Iowa; Nassau County in New York; and the whole state of California</c>.</summary>
    /// <param name="pointer">The JSON Pointer of the places' list in the weekly summary.</param>
    public static Phrase ByState(WeekFacts facts, IEnumerable<(Jurisdiction Place, int Index)> places, string pointer)
    {
        var named = places.Select(place => (place.Place, Name: Name(facts, place, pointer))).ToList();
        var groups = named
            .Where(place => place.Place is { State: not null } && !IsWholeState(place.Place))
            .GroupBy(place => place.Place.State!)
            .OrderBy(group => StateNames.Of(group.Key), StringComparer.Ordinal)
            .Select(group => Phrase.Of($"{Names(group)} in {States.Name(group.Key)}"));
        return Phrase.Series([.. groups, .. WholeStates(named), .. Stateless(named)]);
    }

    /// <summary>A place with its state: <c>Franklin County in Iowa</c>.</summary>
    public static Phrase One(WeekFacts facts, Jurisdiction place, string pointer) => place switch
    {
        { State: null } => Phrase.Of($"{facts.Name(place.Name, pointer)} (no state given)"),
        _ when IsWholeState(place) => Phrase.Of($"the whole state of {facts.Name(place.Name, pointer)}"),
        _ when IsDistrict(place) => States.Name(place.State),
        _ => Phrase.Of($"{facts.Name(place.Name, pointer)} in {States.Name(place.State)}"),
    };

    private static bool IsWholeState(Jurisdiction place) => place.Kind is JurisdictionKind.State;

    private static bool IsDistrict(Jurisdiction place) => place is { Kind: JurisdictionKind.State, State: "DC" };

    private static Phrase Name(WeekFacts facts, (Jurisdiction Place, int Index) item, string pointer) =>
        facts.Name(item.Place.Name, $"{pointer}/{item.Index}/name");

    private static Phrase Names(IEnumerable<(Jurisdiction Place, Phrase Name)> places) =>
        Phrase.List([.. places.OrderBy(place => place.Name.Text, StringComparer.Ordinal).Select(place => place.Name)]);

    private static IEnumerable<Phrase> WholeStates(List<(Jurisdiction Place, Phrase Name)> places)
    {
        if (places.Any(place => IsDistrict(place.Place))) yield return States.Name("DC");
        var whole = places.Where(place => place.Place.State is not null && IsWholeState(place.Place) && !IsDistrict(place.Place)).ToList();
        if (whole.Count > 0) yield return Phrase.Of($"the whole {Phrase.Plural(whole.Count, "state", "states")} of {Names(whole)}");
    }

    private static IEnumerable<Phrase> Stateless(List<(Jurisdiction Place, Phrase Name)> places)
    {
        var stateless = places.Where(place => place.Place.State is null).ToList();
        if (stateless.Count > 0) yield return Phrase.Of($"{Names(stateless)} (no state given)");
    }
}
