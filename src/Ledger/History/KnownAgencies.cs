using DetainerLedger.Places;

namespace DetainerLedger.History;

/// <summary>Every law enforcement agency that the known reports name with a declined detainer.</summary>
public static class KnownAgencies
{
    /// <param name="newestFirst">The complete counts of each known week.</param>
    /// <returns>Ordered by id, which means by state and then by name.</returns>
    public static IEnumerable<KnownAgency> Of(IReadOnlyList<ReportCounts> newestFirst)
    {
        // One id never means two jurisdictions.
        var places = newestFirst.SelectMany(counts => counts.Jurisdictions).Select(row => row.Jurisdiction)
            .DistinctBy(place => place.Id).ToDictionary(place => place.Id!, StringComparer.Ordinal);
        return newestFirst
            .SelectMany(counts => counts.Agencies!.Select(row => (counts.Week, Row: row)))
            .GroupBy(named => named.Row.Id, StringComparer.Ordinal)
            .OrderBy(agency => agency.Key, StringComparer.Ordinal)
            .Select(agency => Agency(agency.Key, [.. agency], places));
    }

    private static KnownAgency Agency(string id, List<(DateOnly Week, AgencyCounts Row)> newestFirst, Dictionary<string, Jurisdiction> places)
    {
        var jurisdictions = newestFirst.Select(named => named.Row.JurisdictionId).Distinct()
            .Order(StringComparer.Ordinal).Select(place => places[place]).ToList();
        return new KnownAgency(
            id,
            newestFirst[0].Row.Name,
            jurisdictions[0].State!,
            jurisdictions,
            newestFirst.Sum(named => named.Row.Declined),
            newestFirst.Select(named => named.Week).Distinct().Count(),
            newestFirst[^1].Week,
            newestFirst[0].Week);
    }
}

/// <summary>An agency, such as a jail, and the rows of Section II that name it.</summary>
/// <param name="Id">See <see cref="AgencyNames"/>.</param>
/// <param name="Name">As the latest report that names it prints it.</param>
/// <param name="State">The postal code.</param>
/// <param name="Jurisdictions">The jurisdictions under which its rows are printed, ordered by id.</param>
/// <param name="Declined">Its rows in all known weeks: detainers recorded as declined.</param>
/// <param name="Weeks">The number of weeks with such rows.</param>
public sealed record KnownAgency(
    string Id,
    string Name,
    string State,
    IReadOnlyList<Jurisdiction> Jurisdictions,
    int Declined,
    int Weeks,
    DateOnly FirstNamed,
    DateOnly LastNamed);

/// <summary>The filter for agencies; null values match all.</summary>
/// <param name="JurisdictionId">Agencies with rows under this jurisdiction.</param>
public sealed record AgencyFilter(string? State, PlaceSearch? Name, string? JurisdictionId)
{
    public bool Takes(KnownAgency agency) =>
        (State is null || agency.State == State)
        && (Name is null || Name.Finds(agency.Name, agency.State))
        && (JurisdictionId is null || agency.Jurisdictions.Any(place => place.Id == JurisdictionId));
}

/// <summary>An agency with its rows.</summary>
/// <param name="Rows">Newest week first, and within a week in the order printed.</param>
public sealed record AgencyHistory(KnownAgency Agency, IReadOnlyList<AgencyRow> Rows)
{
    /// <param name="facts">What every revision states about the jurisdictions of the agency.</param>
    public static AgencyHistory Of(LedgerView view, KnownAgency agency, IEnumerable<JurisdictionWeek> facts) => new(
        agency,
        [.. facts
            .Select(fact => (Fact: fact, Revision: view.Find(fact.Week)))
            .Where(each => each.Revision?.Reading == each.Fact.Reading)
            .SelectMany(each => each.Fact.Declines.Select(
                row => new AgencyRow(each.Fact.Week, each.Revision!.Number, DeclineRow.Of(view, each.Revision, row))))
            .Where(row => AgencyNames.IdOf(row.Declined.Jurisdiction.State, row.Declined.Agency) == agency.Id)
            .OrderByDescending(row => row.Week)
            .ThenBy(row => row.Declined.Source.Row)]);
}

/// <summary>A row of Section II of the report in force of a week.</summary>
public sealed record AgencyRow(DateOnly Week, int Revision, DeclineRow Declined);
