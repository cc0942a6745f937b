using System.Globalization;

namespace DetainerLedger.Publishing;

/// <summary>The day on which the agency released a report, as given by an operator.</summary>
public static class ReleaseDay
{
    /// <summary>Parses a day in ISO 8601, such as <c>2017-02-13</c>.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Whether the day has begun anywhere on Earth. A later day can't be a release day.</summary>
    public static bool HasBegun(DateOnly day, DateTimeOffset now) => day <= DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);
}
