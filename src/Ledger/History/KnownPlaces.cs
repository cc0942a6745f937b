using DetainerLedger.Places;

namespace DetainerLedger.History;

/// <summary>Every place that the register or a known report names.</summary>
public static class KnownPlaces
{
    /// <param name="registered">The states and counties of the register.</param>
    /// <param name="newestFirst">The counts of each known week.</param>
    /// <returns>In no order.</returns>
    public static IEnumerable<KnownPlace> Of(IEnumerable<Jurisdiction> registered, IReadOnlyList<ReportCounts> newestFirst)
    {
        var latest = newestFirst.Take(1)
            .SelectMany(counts => counts.Jurisdictions).Where(row => row.Listed > 0).Select(row => row.Jurisdiction).ToList();
        var listed = latest.Select(place => place.Id).ToHashSet();
        var states = latest.Where(place => place.Kind == JurisdictionKind.State).Select(place => place.State).ToHashSet();
        var named = Named(newestFirst);

        foreach (var place in registered)
            yield return Place(place, named.Remove(place.Id!, out var weeks) ? weeks : null, isRegistered: true);
        foreach (var weeks in named.Values) yield return Place(weeks.Place, weeks, isRegistered: false);

        KnownPlace Place(Jurisdiction place, NamedWeeks? weeks, bool isRegistered) => new(
            place,
            listed.Contains(place.Id),
            place.Kind != JurisdictionKind.State && states.Contains(place.State),
            weeks?.Count ?? 0,
            weeks?.First,
            weeks?.Last,
            isRegistered);
    }

    private static Dictionary<string, NamedWeeks> Named(IReadOnlyList<ReportCounts> newestFirst)
    {
        var named = new Dictionary<string, NamedWeeks>(StringComparer.Ordinal);
        foreach (var counts in newestFirst)
        {
            foreach (var row in counts.Jurisdictions)
            {
                if (!named.TryGetValue(row.Jurisdiction.Id!, out var weeks))
                    named.Add(row.Jurisdiction.Id!, weeks = new NamedWeeks(row.Jurisdiction, counts.Week));
                weeks.First = counts.Week;
                weeks.Count++;
            }
        }
        return named;
    }

    private sealed class NamedWeeks(Jurisdiction place, DateOnly last)
    {
        public Jurisdiction Place => place;

        public DateOnly Last => last;

        public DateOnly First { get; set; }

        public int Count { get; set; }
    }
}

/// <param name="Listed">Whether the latest known week lists it by itself.</param>
/// <param name="ListedThroughState">Whether the latest known week lists the whole state that it is in.</param>
/// <param name="WeeksNamed">The number of known weeks whose report names it in any section; 0 if none does.</param>
/// <param name="FirstNamed">The first of these weeks; null if there is none.</param>
/// <param name="LastNamed">The last of these weeks; null if there is none.</param>
/// <param name="IsRegistered">Whether it is a state or county of the Census Bureau's register.</param>
public sealed record KnownPlace(
    Jurisdiction Jurisdiction,
    bool Listed,
    bool ListedThroughState,
    int WeeksNamed,
    DateOnly? FirstNamed,
    DateOnly? LastNamed,
    bool IsRegistered);

/// <summary>The filter for places; null values match all.</summary>
/// <param name="Listed">Whether the place is listed by itself or through its state.</param>
public sealed record PlaceFilter(string? State, JurisdictionKind? Kind, PlaceSearch? Name, bool? Listed)
{
    public bool Takes(KnownPlace known) =>
        (State is null || known.Jurisdiction.State == State)
        && (Kind is null || known.Jurisdiction.Kind == Kind)
        && (Listed is null || (known.Listed || known.ListedThroughState) == Listed)
        && (Name is null || Name.Finds(known.Jurisdiction));
}
