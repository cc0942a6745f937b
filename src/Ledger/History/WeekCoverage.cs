namespace DetainerLedger.History;

/// <summary>Which weeks the ledger has between the first and the latest, and which are missing.</summary>
/// <param name="First">The first known week; null for an empty ledger.</param>
/// <param name="Latest">The latest known week; null for an empty ledger.</param>
/// <param name="Weeks">The number of known weeks.</param>
/// <param name="Missing">The number of weeks that no known report covers.</param>
/// <param name="Gaps">The missing weeks, oldest first.</param>
public sealed record WeekCoverage(DateOnly? First, DateOnly? Latest, int Weeks, int Missing, IReadOnlyList<WeekGap> Gaps)
{
    public static WeekCoverage Of(LedgerView view)
    {
        if (view.Weeks.Count == 0) return new WeekCoverage(null, null, 0, 0, []);
        var oldestFirst = view.Weeks.Reverse().ToList();
        var gaps = oldestFirst.Zip(oldestFirst.Skip(1), WeekGap.Between).OfType<WeekGap>().ToList();
        return new WeekCoverage(oldestFirst[0].Week, oldestFirst[^1].Week, oldestFirst.Count, gaps.Sum(gap => gap.Weeks), gaps);
    }
}

/// <summary>Consecutive weeks that no known report covers.</summary>
/// <param name="First">The first day of the first of them.</param>
/// <param name="Last">The first day of the last of them.</param>
public sealed record WeekGap(DateOnly First, DateOnly Last, int Weeks)
{
    private const int DaysOfWeek = 7;

    /// <returns>Null when fewer than seven days are missing between the two periods.</returns>
    internal static WeekGap? Between(Revision before, Revision after)
    {
        var first = before.Period.End.AddDays(1);
        var weeks = (after.Week.DayNumber - first.DayNumber) / DaysOfWeek;
        return weeks > 0 ? new WeekGap(first, first.AddDays((weeks - 1) * DaysOfWeek), weeks) : null;
    }
}
