using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Totals;

/// <summary>
/// A section has far fewer rows than the week before: pages may be missing from the file or lost by the reader. Declines do
/// fall by that much (from 206 to 47 in February 2017), so a number of rows that the text confirms is not questioned.
/// Listings hardly ever fall. From fewer than <see cref="Enough"/> rows, a drop is not significant.
/// </summary>
internal static class RowCountCliff
{
    private const int Enough = 20;

    public static IEnumerable<Check> Since(WeeklyReport previous, WeeklyReport report)
    {
        if (report.DeclinedAsStated != report.Declines.Count && Falls(previous.Declines.Count, report.Declines.Count, toBelow: 0.5))
            yield return Of("II", previous.Declines.Count, report.Declines.Count);
        if (Falls(previous.Listings.Count, report.Listings.Count, toBelow: 0.75))
            yield return Of("III", previous.Listings.Count, report.Listings.Count);
    }

    private static bool Falls(int before, int now, double toBelow) => before >= Enough && now < before * toBelow;

    private static Check Of(string section, int before, int now) =>
        Check.Warning("row-count-cliff", $"Section {section} has {CheckWording.Rows(now)}, after {before:N0} in the previous report.");
}
