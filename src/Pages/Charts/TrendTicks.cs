namespace DetainerLedger.Pages.Charts;

/// <summary>The days that are printed beneath a panel.</summary>
internal static class TrendTicks
{
    private const int Most = 4;

    /// <returns>The first and the last week of a short trend, the first days of years in a long one, each with its text.</returns>
    public static IReadOnlyList<(DateOnly Day, string Text)> Of(DateOnly first, DateOnly last)
    {
        if (first == last) return [(first, ChartText.ShortDay(first))];
        var years = Enumerable.Range(first.Year + 1, last.Year - first.Year).ToList();
        if (years.Count < 2) return [(first, ChartText.ShortDay(first)), (last, ChartText.ShortDay(last))];
        var every = (years.Count + Most - 1) / Most;
        return [.. years.Where((_, i) => i % every == 0).Select(year => (new DateOnly(year, 1, 1), $"{year}"))];
    }
}
