using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Wording;

/// <summary>Days as a newspaper writes them.</summary>
public static class Dates
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary><c>February 4, 2017</c></summary>
    public static string Long(DateOnly day) => day.ToString("MMMM d, yyyy", Culture);

    /// <summary><c>February 4</c></summary>
    public static string Short(DateOnly day) => day.ToString("MMMM d", Culture);

    /// <summary><c>Feb. 4, 2017</c>, for tables. Months of up to five letters are not abbreviated.</summary>
    public static string Table(DateOnly day)
    {
        var month = day.ToString("MMMM", Culture);
        return $"{(month.Length <= 5 ? month : day.Month == 9 ? "Sept." : month[..3] + ".")} {day.ToString("d, yyyy", Culture)}";
    }

    /// <summary><c>February 4–10, 2017</c>, or with both months or both years.</summary>
    public static string Period(ReportingWeek period) => (period.Start, period.End) switch
    {
        var (start, end) when start.Year != end.Year => $"{Long(start)} – {Long(end)}",
        var (start, end) when start.Month != end.Month => $"{Short(start)} – {Long(end)}",
        var (start, end) => $"{Short(start)}–{end.ToString("d, yyyy", Culture)}",
    };

    /// <summary>A day for the end of a day, otherwise the minute in UTC.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        var day = Long(DateOnly.FromDateTime(utc));
        return TimeOnly.FromDateTime(utc) == TimeOnly.MaxValue ? day : $"{day}, {utc.ToString("HH:mm", Culture)} UTC";
    }

    /// <summary>The minute in UTC, for the time at which something happened.</summary>
    public static string Minute(DateTimeOffset moment) => $"{Long(DateOnly.FromDateTime(moment.UtcDateTime))}, {moment.UtcDateTime.ToString("HH:mm", Culture)} UTC";
}
