using System.Globalization;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>Days in ISO 8601: <c>2017-02-04</c>.</summary>
public static class Days
{
    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
