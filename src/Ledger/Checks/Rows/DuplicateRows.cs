using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Rows;

/// <summary>
/// Two rows are equal. In Section II that may be correct (two persons with the same citizenship, on one day), so it is only
/// information; a jurisdiction that appears twice in Section I or III is counted twice. In these sections, rows without a state
/// are not compared, since they may name different places.
/// </summary>
internal static class DuplicateRows
{
    private const string Code = "duplicate-row";
    private static readonly SourceLocation Nowhere = new(default, null, null);

    public static IEnumerable<Check> In(WeeklyReport report) =>
    [
        .. Repeated(report.HighestVolume.Where(row => row.Jurisdiction.Id is not null), row => row.Jurisdiction)
            .Select(pair => Check.Warning(Code, $"{pair.Later.Jurisdiction.Name} is also in row {pair.First.Source.Row} of Section I.", pair.Later.Source)),
        .. Repeated(report.Declines, row => row with { Source = Nowhere })
            .Select(pair => Check.Info(Code, $"{pair.Later.Jurisdiction.Name}: the row is equal to row {pair.First.Source.Row} of Section II.", pair.Later.Source)),
        .. Repeated(report.Listings.Where(row => row.Jurisdiction.Id is not null), row => row.Jurisdiction)
            .Select(pair => Check.Warning(Code, $"{pair.Later.Jurisdiction.Name} is also in row {pair.First.Source.Row} of Section III.", pair.Later.Source)),
    ];

    private static IEnumerable<(TRow First, TRow Later)> Repeated<TRow, TKey>(IEnumerable<TRow> rows, Func<TRow, TKey> key) =>
        rows.GroupBy(key).SelectMany(same => same.Skip(1).Select(later => (same.First(), later)));
}
