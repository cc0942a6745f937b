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

    [JsonIgnore]
    public ReadingId Reading => new(ReportId, Reread);

    public static ReportCounts Of(WeeklyReport report, ReadingId id) =>
        new(report.Week, id.ReportId, [.. JurisdictionWeeks.Of(report, id).Select(JurisdictionCounts.Of)]) { Reread = id.Reread };
}

/// <param name="Issued">Null when Section I does not name the jurisdiction: unknown, not zero.</param>
/// <param name="Listed">Rows of Section III: more than one if a jurisdiction is printed more than once.</param>
public sealed record JurisdictionCounts(Jurisdiction Jurisdiction, int? Issued, int Declined, int Listed)
{
    public static JurisdictionCounts Of(JurisdictionWeek facts) =>
        new(facts.Jurisdiction, facts.TotalIssued, facts.Declines.Count, facts.Listings.Count);
}
