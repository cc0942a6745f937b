using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Wording;

/// <summary>Days as a newspaper writes them.</summary>
public static class Dates
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary><c>February 4, 2017</c></summary>
    public static string Full(DateOnly day) => day.ToString("MMMM d, yyyy", Culture);

    /// <summary><c>February 4</c></summary>
    public static string WithoutYear(DateOnly day) => day.ToString("MMMM d", Culture);

    /// <summary><c>Feb. 4, 2017</c>, for tables. Months of up to five letters are not abbreviated.</summary>
    public static string Table(DateOnly day)
    {
        var month = day.ToString("MMMM", Culture);
        return $"{(month.Length <= 5 ? month : day.Month == 9 ? "Sept." : month[..3] + ".")} {day.ToString("d, yyyy", Culture)}";
    }

    /// <summary><c>February 4–10, 2017</c>, or with both months or both years.</summary>
    public static string Period(ReportingWeek period) => (period.Start, period.End) switch
    {
        var (start, end) when start.Year != end.Year => $"{Full(start)} – {Full(end)}",
        var (start, end) when start.Month != end.Month => $"{WithoutYear(start)} – {Full(end)}",
        var (start, end) => $"{WithoutYear(start)}–{end.ToString("d, yyyy", Culture)}",
    };

    /// <summary>A day for the end of a day, otherwise the minute in UTC.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        var day = Full(DateOnly.FromDateTime(utc));
        return TimeOnly.FromDateTime(utc) == TimeOnly.MaxValue ? day : $"{day}, {utc.ToString("HH:mm", Culture)} UTC";
    }

    /// <summary>The minute in UTC, for the time at which something happened.</summary>
    public static string Minute(DateTimeOffset moment) => $"{Full(DateOnly.FromDateTime(moment.UtcDateTime))}, {moment.UtcDateTime.ToString("HH:mm", Culture)} UTC";
}
