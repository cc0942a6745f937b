using System.Globalization;

namespace DetainerLedger.Pages.Charts;

/// <summary>Numbers and days as charts print them.</summary>
internal static class ChartText
{
    public static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>A coordinate with one decimal at most.</summary>
    public static string Coordinate(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
