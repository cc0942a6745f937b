using DetainerLedger.Checks.Changes;
using DetainerLedger.Checks.Rows;
using DetainerLedger.Checks.Totals;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks;

/// <summary>
/// Checks a report as a careful reader would. The checks run when a report is viewed, not when it is published: the
/// previous week may arrive later, or get a new revision.
/// </summary>
public static class ReportChecks
{
    /// <param name="previous">The report of the nearest earlier week; null if there is none.</param>
    /// <returns>In reading order: totals, rows, then changes.</returns>
    public static IReadOnlyList<Check> Of(WeeklyReport report, WeeklyReport? previous) =>
    [
        .. DeclinedTotalMismatch.In(report),
        .. IssuedTotalMismatch.In(report),
        .. DeclinedDates.In(report),
        .. DuplicateRows.In(report),
        .. UnknownCounties.In(report),
        .. previous is null ? [] : RowCountCliff.Since(previous, report),
        .. previous is null ? [] : ChangedWords.Since(previous, report),
        .. previous is null ? [] : UnexplainedRemovals.Since(previous, report),
    ];
}
