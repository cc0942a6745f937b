using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>A report as tables of text, for the formats that have tables: what a person would put into a workbook or text file.</summary>
internal sealed record WrittenTables(IReadOnlyList<string[]> Values, WrittenTable Issued, WrittenTable Declined, WrittenTable Policies)
{
    public static WrittenTables Of(WeeklyReport report) => new(
        [.. ValuesOf(report)],
        new WrittenTable(
            ["County, State", "Issued Detainers"],
            [.. report.HighestVolume.Select(row => new[] { row.AsPrinted, row.Issued.ToString("N0", CultureInfo.InvariantCulture) })]),
        new WrittenTable(
            ["Jurisdiction", "Law Enforcement Agency (LEA)", "Citizenship", "Date Issued", "Date Declined", "Reason", "Notable Criminal Activity", "Disposition"],
            [.. report.Declines.Select(row => new[] { row.AsPrinted, row.Agency, row.Citizenship, Day(row.Issued), Day(row.Declined), row.Reason, row.Activity, row.Disposition })]),
        new WrittenTable(
            ["Jurisdiction (AOR)", "Date Enacted", "Policy", "Criteria for Honoring Detainer"],
            [.. report.Listings.Select(row => new[] { row.Aor is null ? row.AsPrinted : $"{row.AsPrinted} ({row.Aor})", row.Enacted, row.Policy, Bullets(row.Criteria) })]));

    private static IEnumerable<string[]> ValuesOf(WeeklyReport report)
    {
        yield return ["Period start", Day(report.Period.Start)!];
        yield return ["Period end", Day(report.Period.End)!];
        if (report.DetainersIssued is { } issued) yield return ["Detainers issued", issued.ToString("N0", CultureInfo.InvariantCulture)];
        if (report.DeclinedAsStated is { } declined) yield return ["Detainers declined", declined.ToString(CultureInfo.InvariantCulture)];
        if (report.HighestVolumeTotal is { } total) yield return ["Highest volume total", total.ToString(CultureInfo.InvariantCulture)];
        foreach (var title in report.SectionTitles) yield return ["Section title", title];
        foreach (var notice in report.Notices) yield return ["Notice", notice.Text];
        if (report.Scope is not null) yield return ["Scope", report.Scope];
        foreach (var paragraph in report.Definition?.Split('\n') ?? []) yield return ["Definition", paragraph];
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Bullets(IReadOnlyList<string> criteria) => criteria.Count == 0 ? null : string.Join('\n', criteria.Select(item => "• " + item));
}

internal sealed record WrittenTable(string[] Headers, IReadOnlyList<string?[]> Rows);
