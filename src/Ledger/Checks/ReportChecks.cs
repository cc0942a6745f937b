using DetainerLedger.Checks.Changes;
using DetainerLedger.Checks.Rows;
using DetainerLedger.Checks.Totals;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks;

/// <summary>
/// Questions a report as a careful reader would. It is asked when a report is looked at, not when it is published:
/// the week before may arrive later, or get a revision of its own.
/// </summary>
public static class ReportChecks
{
    /// <param name="previous">The report of the nearest earlier week; null if there is none.</param>
    /// <returns>In the order in which a reader would come to them: totals, rows, then what changed.</returns>
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
