using DetainerLedger.Places;
using DetainerLedger.Queries;
using DetainerLedger.Reports;

namespace DetainerLedger.Digests;

/// <summary>Which jurisdictions were added and removed, and whether a notice of the report names the removed ones.</summary>
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
        if (summary.PreviousWeek is null) return Phrase.Of($"{WholeStates(states)} listed.");
        var newly = states.Where(state => _listings.Added.Contains(state.Place)).ToList();
        var still = states.Except(newly).ToList();
        if (newly.Count == 0) return Phrase.Of($"{WholeStates(still)} listed, as in the report before it.");
        var now = Phrase.Of($"{WholeStates(newly)} now listed, and {Phrase.WereOrWas(newly.Count)} not in the report before it");
        return still.Count == 0
            ? Phrase.Of($"{now}.")
            : Phrase.Of($"{now}; {Names(still)} {Phrase.WereOrWas(still.Count)} listed in both.");
    }

    private Phrase Added()
    {
        const string Pointer = "/listings/added";
        var places = _listings.Added;
        var were = Phrase.WereOrWas(places.Count);
        return Phrase.Of($"{Count(places, Pointer)} listed that {were} not in the report before it: {ByState(places, Pointer)}.");
    }

    private Phrase RecentlyEnacted()
    {
        const string Pointer = "/listings/recentlyEnacted";
        var places = _listings.RecentlyEnacted;
        return Phrase.Of(
            $"{Count(places, Pointer)} listed with a policy enacted in {_facts.Year(summary.Week, "/week")}: {ByState(places, Pointer)}.");
    }

    private Phrase Removed()
    {
        const string Pointer = "/listings/removed";
        var places = _listings.Removed;
        var mentions = new NoticeMentions(summary.Notices);
        var named = Indexed(places).ToLookup(place => mentions.Naming(place.Place) is not null);
        var count = Phrase.Of($"{Count(places, Pointer)} no longer listed");
        if (!named[true].Any())
        {
            var them = Phrase.Plural(places.Count, "it", "any of them");
            return Phrase.Of($"{count}, and no notice in the report names {them}: {ByState(places, Pointer)}.");
        }
        if (!named[false].Any())
        {
            var each = Phrase.Plural(places.Count, "it is named", "each of them is named");
            return Phrase.Of($"{count}, and {each} in a notice of the report: {ByState(places, Pointer)}.");
        }
        var unnamed = PlaceLists.ByState(_facts, named[false], Pointer);
        return Phrase.Of(
            $"{count}. The report’s notices name {PlaceLists.ByState(_facts, named[true], Pointer)}; they don’t name {unnamed}.");
    }

    private Phrase Count(IReadOnlyList<Jurisdiction> places, string pointer) => Phrase.Of(
        $"{_facts.Number(places.Count, pointer)} {Phrase.Jurisdictions(places.Count)} {Phrase.AreOrIs(places.Count)}");

    private Phrase ByState(IReadOnlyList<Jurisdiction> places, string pointer) => PlaceLists.ByState(_facts, Indexed(places), pointer);

    private Phrase WholeStates(List<(Jurisdiction Place, int Index)> states) =>
        Phrase.Of($"the whole {Phrase.Plural(states.Count, "state", "states")} of {Names(states)} {Phrase.AreOrIs(states.Count)}");

    private Phrase Names(IEnumerable<(Jurisdiction Place, int Index)> states) => Phrase.List(
        [.. states.OrderBy(state => state.Place.Name, StringComparer.Ordinal)
            .Select(state => _facts.Name(state.Place.Name, $"/listings/statewide/{state.Index}/name"))]);

    private static List<(Jurisdiction Place, int Index)> Indexed(IReadOnlyList<Jurisdiction> places) =>
        [.. places.Select((place, i) => (place, i))];
}
