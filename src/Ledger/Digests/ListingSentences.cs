using DetainerLedger.History;
using DetainerLedger.Places;

namespace DetainerLedger.Digests;

/// <summary>Which jurisdictions are listed now, which no longer, and whether a notice of the report names those.</summary>
internal sealed class ListingSentences(WeekSummary summary)
{
    private readonly WeekFacts _facts = new(summary.Week);
    private readonly ListingChanges _listings = summary.Listings;

    public IEnumerable<Phrase> All()
    {
        if (_listings.Statewide.Count > 0) yield return Statewide();
        if (_listings.Added.Count > 0) yield return Added();
        if (_listings.RecentlyEnacted.Count > 0) yield return RecentlyEnacted();
        if (_listings.Removed.Count > 0) yield return Removed();
        if (summary.PreviousWeek is not null && _listings is { Added.Count: 0, Removed.Count: 0 })
            yield return Phrase.Words("The same jurisdictions are listed as in the report before it.");
    }

    private Phrase Statewide()
    {
        var states = Indexed(_listings.Statewide);
        var newly = states.Where(state => _listings.Added.Contains(state.Place)).ToList();
        var still = states.Except(newly).ToList();
        return (newly, still) switch
        {
            _ when summary.PreviousWeek is null => Phrase.Of($"{WholeStates(states)} listed."),
            ({ Count: 0 }, _) => Phrase.Of($"{WholeStates(still)} listed, as in the report before it."),
            (_, { Count: 0 }) => Phrase.Of($"{WholeStates(newly)} now listed, and {Phrase.Plural(newly.Count, "was", "were")} not in the report before it."),
            _ => Phrase.Of($"{WholeStates(newly)} now listed, and {Phrase.Plural(newly.Count, "was", "were")} not in the report before it; {Names(still)} {Phrase.Plural(still.Count, "was", "were")} listed in both."),
        };
    }

    private Phrase Added() => Phrase.Of(
        $"{Count(_listings.Added, "/listings/added")} listed that {Phrase.Plural(_listings.Added.Count, "was", "were")} not in the report before it: {ByState(_listings.Added, "/listings/added")}.");

    private Phrase RecentlyEnacted()
    {
        var (places, count) = (_listings.RecentlyEnacted, _facts.Number(_listings.RecentlyEnacted.Count, "/listings/recentlyEnacted"));
        var year = _facts.Year(summary.Week, "/week");
        return Phrase.Of($"{count} {Phrase.Plural(places.Count, "jurisdiction is", "jurisdictions are")} listed with a policy enacted in {year}: {ByState(places, "/listings/recentlyEnacted")}.");
    }

    private Phrase Removed()
    {
        const string Pointer = "/listings/removed";
        var mentions = new NoticeMentions(summary.Notices);
        var named = Indexed(_listings.Removed).ToLookup(place => mentions.Name(place.Place));
        var count = Phrase.Of($"{Count(_listings.Removed, Pointer)} no longer listed");
        if (!named[true].Any())
            return Phrase.Of($"{count}, and no notice in the report names {Phrase.Plural(_listings.Removed.Count, "it", "any of them")}: {ByState(_listings.Removed, Pointer)}.");
        if (!named[false].Any())
            return Phrase.Of($"{count}, as a notice in the report {Phrase.Plural(_listings.Removed.Count, "names it", "names them")}: {ByState(_listings.Removed, Pointer)}.");
        return Phrase.Of(
            $"{count}. A notice in the report names {PlaceLists.ByState(_facts, named[true], Pointer)}; no notice names {PlaceLists.ByState(_facts, named[false], Pointer)}.");
    }

    private Phrase Count(IReadOnlyList<Jurisdiction> places, string pointer) => Phrase.Of(
        $"{_facts.Number(places.Count, pointer)} {Phrase.Plural(places.Count, "jurisdiction is", "jurisdictions are")}");

    private Phrase ByState(IReadOnlyList<Jurisdiction> places, string pointer) => PlaceLists.ByState(_facts, Indexed(places), pointer);

    private Phrase WholeStates(List<(Jurisdiction Place, int Index)> states) =>
        Phrase.Of($"the whole {Phrase.Plural(states.Count, "state", "states")} of {Names(states)} {Phrase.Plural(states.Count, "is", "are")}");

    private Phrase Names(IEnumerable<(Jurisdiction Place, int Index)> states) => Phrase.List(
        [.. states.OrderBy(state => state.Place.Name, StringComparer.Ordinal)
            .Select(state => _facts.Name(state.Place.Name, $"/listings/statewide/{state.Index}/name"))]);

    private static List<(Jurisdiction Place, int Index)> Indexed(IReadOnlyList<Jurisdiction> places) => [.. places.Select((place, i) => (place, i))];
}
