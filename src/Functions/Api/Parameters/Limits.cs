using System.Globalization;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>The number of rows on a page.</summary>
public static class Limits
{
    public const int Default = 100;
    public const int Highest = 1000;

    public static bool TryParse(string text, out int limit) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Highest;
}
