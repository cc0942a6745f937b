using DetainerLedger.History;

namespace DetainerLedger.Pages.Weeks;

/// <summary>A page of the list of weeks.</summary>
/// <param name="Weeks">The revision in force of each week, newest first.</param>
/// <param name="Coverage">Of the whole ledger.</param>
/// <param name="Known">All weeks of the ledger, newest first, to choose two from.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record WeekListModel(IReadOnlyList<Revision> Weeks, WeekCoverage Coverage, IReadOnlyList<DateOnly> Known, string? Next)
{
    /// <summary>The missing weeks directly before this one.</summary>
    public WeekGap? GapBefore(Revision week) => Coverage.Gaps.FirstOrDefault(gap => gap.First < week.Week && week.Week.DayNumber - gap.Last.DayNumber <= 7);
}
