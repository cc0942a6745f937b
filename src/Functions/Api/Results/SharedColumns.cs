using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>The columns of what many rows hold.</summary>
public static class SharedColumns
{
    public static IEnumerable<CsvColumn<TRow>> Jurisdiction<TRow>(Func<TRow, Jurisdiction> of) =>
    [
        new("jurisdiction.id", row => of(row).Id),
        new("jurisdiction.name", row => of(row).Name),
        new("jurisdiction.state", row => of(row).State),
        new("jurisdiction.kind", row => of(row).Kind),
        new("jurisdiction.fips", row => of(row).Fips),
    ];

    public static IEnumerable<CsvColumn<TRow>> Source<TRow>(Func<TRow, SourceLocation?> of, string prefix = "source") =>
    [
        new($"{prefix}.reportId", row => of(row)?.ReportId),
        new($"{prefix}.page", row => of(row)?.Page),
        new($"{prefix}.row", row => of(row)?.Row),
    ];
}
