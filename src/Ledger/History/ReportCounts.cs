using System.Text.Json.Serialization;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>How often one report names each jurisdiction: its facts without their texts, small enough to keep for every report.</summary>
/// <param name="Jurisdictions">The jurisdictions with an id, in the order in which the report first names them.</param>
public sealed record ReportCounts(DateOnly Week, ArrivalId ReportId, IReadOnlyList<JurisdictionCounts> Jurisdictions)
{
    /// <inheritdoc cref="Revision.Reread"/>
    public string? Reread { get; init; }

    /// <summary>The agencies that the report names, in its order; null for counts that were stored before agencies were counted.</summary>
    public IReadOnlyList<AgencyCounts>? Agencies { get; init; }

    /// <summary>The notices of the report; null for counts that were stored without them.</summary>
    public IReadOnlyList<Notice>? Notices { get; init; }

    [JsonIgnore]
    public ReadingId Reading => new(ReportId, Reread);

    /// <summary>Whether every part is known: see <see cref="IJurisdictionReader.ReadCompleteCounts"/>.</summary>
    [JsonIgnore]
    public bool IsComplete => Agencies is not null && Notices is not null;

    public static ReportCounts Of(WeeklyReport report, ReadingId id) =>
        new(report.Week, id.ReportId, [.. JurisdictionWeeks.Of(report, id).Select(JurisdictionCounts.Of)])
        {
            Reread = id.Reread,
            Agencies = AgencyCounts.In(report),
            Notices = report.Notices,
        };
}

/// <param name="Issued">Null when Section I does not name the jurisdiction: unknown, not zero.</param>
/// <param name="Listed">Rows of Section III: more than one if a jurisdiction is printed more than once.</param>
public sealed record JurisdictionCounts(Jurisdiction Jurisdiction, int? Issued, int Declined, int Listed)
{
    public static JurisdictionCounts Of(JurisdictionWeek facts) =>
        new(facts.Jurisdiction, facts.TotalIssued, facts.Declines.Count, facts.Listings.Count);
}

/// <summary>How many rows of Section II of one report name an agency under one jurisdiction.</summary>
/// <param name="Id">See <see cref="AgencyNames"/>.</param>
/// <param name="Name">As the report first prints it.</param>
/// <param name="JurisdictionId">The jurisdiction of these rows.</param>
public sealed record AgencyCounts(string Id, string Name, string JurisdictionId, int Declined)
{
    /// <summary>Rows without an agency or without a state are not counted: they have no id.</summary>
    public static IReadOnlyList<AgencyCounts> In(WeeklyReport report) =>
    [
        .. report.Declines
            .Select(row => (Row: row, Id: AgencyNames.IdOf(row.Jurisdiction.State, row.Agency)))
            .Where(named => named.Id is not null && named.Row.Jurisdiction.Id is not null)
            .GroupBy(named => (named.Id, Jurisdiction: named.Row.Jurisdiction.Id))
            .Select(rows => new AgencyCounts(rows.Key.Id!, rows.First().Row.Agency!, rows.Key.Jurisdiction!, rows.Count())),
    ];
}
