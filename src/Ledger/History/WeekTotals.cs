using System.Text.Json.Serialization;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>
/// The three totals of a week. They are three different facts, and no rate is computed from them. Types that have them among
/// other fields inherit them, so that they are written the same way everywhere.
/// </summary>
/// <param name="DetainersIssued">Null when the report states no total.</param>
public record WeekTotals(
    [property: JsonPropertyOrder(WeekTotals.Order)] int? DetainersIssued,
    [property: JsonPropertyOrder(WeekTotals.Order)] int DetainersDeclined,
    [property: JsonPropertyOrder(WeekTotals.Order)] int JurisdictionsListed)
{
    /// <summary>In JSON, the fields that identify the week come before its totals.</summary>
    protected const int OrderOfName = Order - 1;

    private const int Order = -1;

    public static WeekTotals Of(WeeklyReport report) => new(report.DetainersIssued, report.Declines.Count, report.Listings.Count);

    /// <summary>The difference to another week's totals; null if either is null.</summary>
    public WeekTotals Minus(WeekTotals other) => new(
        DetainersIssued - other.DetainersIssued,
        DetainersDeclined - other.DetainersDeclined,
        JurisdictionsListed - other.JurisdictionsListed);
}
