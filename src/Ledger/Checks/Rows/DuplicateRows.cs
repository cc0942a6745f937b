using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Rows;

/// <summary>
/// Two rows say the same. In Section II that may be right (two persons of one citizenship, on one day), so it is only
/// remarked; a jurisdiction that stands twice in Section I or III is counted twice. Of two rows without a state nobody can
/// tell whether they name the same one.
/// </summary>
internal static class DuplicateRows
{
    private const string Code = "duplicate-row";
    private static readonly SourceLocation Nowhere = new(default, null, null);

    public static IEnumerable<Check> In(WeeklyReport report) =>
    [
        .. Repeated(report.HighestVolume.Where(row => row.Jurisdiction.Id is not null), row => row.Jurisdiction)
            .Select(pair => Check.Warning(Code, $"{pair.Later.Jurisdiction.Name} stands in row {pair.First.Source.Row} of Section I too.", pair.Later.Source)),
        .. Repeated(report.Declines, row => row with { Source = Nowhere })
            .Select(pair => Check.Info(Code, $"{pair.Later.Jurisdiction.Name}: the row says the same as row {pair.First.Source.Row} of Section II.", pair.Later.Source)),
        .. Repeated(report.Listings.Where(row => row.Jurisdiction.Id is not null), row => row.Jurisdiction)
            .Select(pair => Check.Warning(Code, $"{pair.Later.Jurisdiction.Name} stands in row {pair.First.Source.Row} of Section III too.", pair.Later.Source)),
    ];

    private static IEnumerable<(TRow First, TRow Later)> Repeated<TRow, TKey>(IEnumerable<TRow> rows, Func<TRow, TKey> key) =>
        rows.GroupBy(key).SelectMany(same => same.Skip(1).Select(later => (same.First(), later)));
}
