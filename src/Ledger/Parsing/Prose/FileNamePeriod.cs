using System.Globalization;
using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Prose;

/// <summary>The days in a file's name, such as <c>ddor2017_02-04to02-10.pdf</c>. The text decides; the name is only a check.</summary>
public static partial class FileNamePeriod
{
    /// <summary>Adds a check to a report whose name states other days than its text.</summary>
    internal static Reading Check(ReportFile file, Reading reading) =>
        reading is Reading.Report report && Find(file.Name) is { } named && named != report.Facts.Period
            ? report with { Remarks = [.. report.Remarks, Mismatch(file.Id, named, report.Facts.Period)] }
            : reading;

    /// <returns>Null if the name states no days, or a period of more than 31 days.</returns>
    public static ReportingWeek? Find(string name)
    {
        var match = Days().Match(CellReader.InUsualWidth(name));
        if (!match.Success || Day(match, "y", "m1", "d1") is not { } start || Day(match, "y", "m2", "d2") is not { } end) return null;
        if (end < start) end = end.AddYears(1);
        return end.DayNumber - start.DayNumber < 31 ? new ReportingWeek(start, end) : null;
    }

    private static DateOnly? Day(Match match, string year, string month, string day) => DateOnly.TryParseExact(
        $"{match.Groups[year].Value}-{match.Groups[month].Value}-{match.Groups[day].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static Check Mismatch(ArrivalId id, ReportingWeek named, ReportingWeek stated) => new(
        "file-name-mismatch",
        CheckSeverity.Warning,
        $"The file's name gives {Name(named)}, its text {Name(stated)}; the text counts.",
        new SourceLocation(id, null, null));

    private static string Name(ReportingWeek week) => $"{week.Start:yyyy-MM-dd} to {week.End:yyyy-MM-dd}";

    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9][0-9])[^0-9]{1,3}(?<m1>[0-9]{1,2})[-_.](?<d1>[0-9]{1,2})[^0-9]{1,4}(?<m2>[0-9]{1,2})[-_.](?<d2>[0-9]{1,2})(?![0-9])")]
    private static partial Regex Days();
}
