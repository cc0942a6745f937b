using DetainerLedger.Queries;

namespace DetainerLedger.Pages.Weeks;

/// <param name="Weeks">All weeks of the ledger, newest first, to choose from.</param>
public sealed record ComparisonModel(WeekComparison Comparison, IReadOnlyList<DateOnly> Weeks)
{
    public DateOnly A => Comparison.A.Week;

    public DateOnly B => Comparison.B.Week;
}
