using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Layout;

/// <summary>The addresses of the site and of its data. Each keeps the moment that the reader chose.</summary>
public sealed class Links(DateTimeOffset? asOf)
{
    private static readonly TimeOnly EndOfDay = TimeOnly.MaxValue;

    public string Home => To("/");

    /// <summary>The value of <c>asOf</c>: a day for the end of a day, otherwise an instant; null for the present.</summary>
    public string? AsOf { get; } = asOf is { } moment ? Text(moment) : null;

    public string Week(DateOnly week) => To($"/weeks/{ReportingWeek.Name(week)}");

    public string WeekPlaces(DateOnly week) => To($"/weeks/{ReportingWeek.Name(week)}/jurisdictions");

    public string Revisions(DateOnly week) => To($"/weeks/{ReportingWeek.Name(week)}/revisions");

    public string Compare(DateOnly a, DateOnly b) => To($"/weeks/{ReportingWeek.Name(a)}/compare/{ReportingWeek.Name(b)}");

    public string Jurisdiction(string id) => To($"/jurisdictions/{id}");

    public string Agency(string id) => To($"/agencies/{id}");

    public string State(string code) => To($"/states/{code}");

    public string Correction(string id) => To($"/corrections#{id}");

    public string Digest(DateOnly week) => To($"/digests/{ReportingWeek.Name(week)}");

    /// <summary>The archived file, opened at a page where the reader's program can.</summary>
    public static string File(ArrivalId report, int? page = null) =>
        $"/api/reports/{report}/file{(page is { } number ? string.Create(CultureInfo.InvariantCulture, $"#page={number}") : "")}";

    /// <summary>A path of this site or its API, with the moment.</summary>
    /// <param name="path">With or without a query and a fragment.</param>
    public string To(string path)
    {
        if (AsOf is null) return path;
        var fragment = path.IndexOf('#', StringComparison.Ordinal) is var at && at < 0 ? path.Length : at;
        var joint = path.AsSpan(0, fragment).Contains('?') ? '&' : '?';
        return $"{path.AsSpan(0, fragment)}{joint}asOf={Uri.EscapeDataString(AsOf)}{path.AsSpan(fragment)}";
    }

    public static string Text(DateTimeOffset moment) =>
        TimeOnly.FromTimeSpan(moment.UtcDateTime.TimeOfDay) == EndOfDay
            ? moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
