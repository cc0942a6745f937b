using DetainerLedger.Places;

namespace DetainerLedger.History;

/// <summary>Every jurisdiction that the known reports name.</summary>
public static class KnownJurisdictions
{
    /// <param name="newestFirst">The counts of each known week.</param>
    /// <returns>Ordered by id, which means by state and then by name.</returns>
    public static IEnumerable<KnownJurisdiction> Of(IReadOnlyList<ReportCounts> newestFirst)
    {
        var latest = newestFirst.Count == 0 ? [] : newestFirst[0].Jurisdictions;
        var listed = latest.Where(row => row.Listed > 0).Select(row => row.Jurisdiction.Id).ToHashSet();
        return newestFirst
            .SelectMany(counts => counts.Jurisdictions)
            .Select(row => row.Jurisdiction)
            .DistinctBy(jurisdiction => jurisdiction.Id)
            .OrderBy(jurisdiction => jurisdiction.Id, StringComparer.Ordinal)
            .Select(jurisdiction => new KnownJurisdiction(jurisdiction, listed.Contains(jurisdiction.Id)));
    }
}

/// <param name="Listed">Whether the latest known week lists it.</param>
public sealed record KnownJurisdiction(Jurisdiction Jurisdiction, bool Listed);

/// <summary>The filter for jurisdictions; null values match all.</summary>
public sealed record JurisdictionFilter(string? State, JurisdictionKind? Kind, PlaceSearch? Name, bool? Listed)
{
    public bool Takes(KnownJurisdiction known) =>
        (State is null || known.Jurisdiction.State == State)
        && (Kind is null || known.Jurisdiction.Kind == Kind)
        && (Listed is null || known.Listed == Listed)
        && (Name is null || Name.Finds(known.Jurisdiction));
}
