using DetainerLedger.History;
using DetainerLedger.Pages.Charts;
using DetainerLedger.Queries;

namespace DetainerLedger.Pages.Weeks;

/// <summary>The three totals week by week, as the panels of a trend.</summary>
internal static class WeekTrend
{
    public static IReadOnlyList<TrendSeries> Of(IReadOnlyList<TrendWeek> weeks) =>
    [
        Series("Detainers issued", weeks, totals => totals.DetainersIssued),
        Series("Detainers declined", weeks, totals => totals.DetainersDeclined),
        Series("Jurisdictions listed", weeks, totals => totals.JurisdictionsListed),
    ];

    private static TrendSeries Series(string noun, IReadOnlyList<TrendWeek> weeks, Func<WeekTotals, int?> total) =>
        new(noun, [.. weeks.Select(week => new TrendPoint(week.Week, total(week.Reported), Changed(week, total)))]);

    private static int? Changed(TrendWeek week, Func<WeekTotals, int?> total) =>
        week.Corrected is { } corrected && total(corrected) != total(week.Reported) ? total(corrected) : null;
}
