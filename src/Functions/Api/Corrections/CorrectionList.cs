using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Corrections;

public sealed record CorrectionList(IReadOnlyList<CorrectionEntry> Corrections, string? Next) : IPage<CorrectionEntry>
{
    public static CsvTable<CorrectionEntry> Table { get; } = new(
    [
        new("id", correction => correction.Id),
        new("week", correction => correction.Week),
        new("section", correction => correction.Section),
        .. SharedColumns.Jurisdiction<CorrectionEntry>(correction => correction.Jurisdiction),
        new("reason", correction => correction.Reason),
        new("was", correction => correction.Was),
        new("is", correction => correction.Is),
        new("title", correction => correction.Title),
        new("dated", correction => correction.Dated),
        new("statement", correction => correction.Statement),
        .. SharedColumns.Source<CorrectionEntry>(correction => correction.Source),
    ]);

    IReadOnlyList<CorrectionEntry> IPage<CorrectionEntry>.Rows => Corrections;
}
