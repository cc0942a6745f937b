using System.Globalization;
using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Prose;

/// <summary>Finds the days that a report covers in a line of its text, in any notation.</summary>
public static partial class PeriodReader
{
    private const string Month = @"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?";
    private const string Day = @"[0-9]{1,2}(?:st|nd|rd|th)?";
    private const string Year = @"(?:19|20)[0-9]{2}";
    private const string Between = @"\s*,?\s*(?:[-‐‑‒–—−]|to\b|through\b|thru\b|until\b|and\b)?\s*";

    /// <returns>Null if the text states no period.</returns>
    public static ReportingWeek? Find(string? raw)
    {
        if (CellReader.Text(raw) is not { } printed || CellReader.InUsualWidth(printed) is not { } text) return null;
        return InWords().Matches(text).Select(FromWords)
            .Concat(DayFirst().Matches(text).Select(FromWords))
            .Concat(InDigits().Matches(text).Select(FromDigits))
            .FirstOrDefault(period => period is not null);
    }

    private static ReportingWeek? FromWords(Match match)
    {
        var endMonth = match.Groups["m2"].Success ? match.Groups["m2"].Value : match.Groups["m1"].Value;
        var startMonth = match.Groups["m1"].Success ? match.Groups["m1"].Value : endMonth;
        var endYear = Number(match.Groups["y2"].Value);
        if (MonthNumber(startMonth) is not { } first || MonthNumber(endMonth) is not { } last) return null;

        // "Dec 31 – Jan 6, 2018": if only one year is printed, it is that of the end.
        var startYear = match.Groups["y1"].Success ? Number(match.Groups["y1"].Value) : first > last ? endYear - 1 : endYear;
        return Period(Date(startYear, first, match.Groups["d1"].Value), Date(endYear, last, match.Groups["d2"].Value));
    }

    private static ReportingWeek? FromDigits(Match match) => PeriodDays.Of(match.Groups[1].Value, match.Groups[2].Value)?.Period;

    private static ReportingWeek? Period(DateOnly? start, DateOnly? end) =>
        start is { } first && end is { } last && last >= first && last.DayNumber - first.DayNumber < PeriodDays.Longest ? new ReportingWeek(first, last) : null;

    private static DateOnly? Date(int year, int month, string day)
    {
        var number = Number(day);
        return number >= 1 && number <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, number) : null;
    }

    private static int Number(string text) => int.Parse(text.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), CultureInfo.InvariantCulture);

    private static int? MonthNumber(string name)
    {
        var months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;
        var month = Array.FindIndex(months, short3 => short3.Length > 0 && name.StartsWith(short3, StringComparison.OrdinalIgnoreCase));
        return month < 0 ? null : month + 1;
    }

    [GeneratedRegex(@$"\b(?<m1>{Month})\s*(?<d1>{Day})(?:\s*,?\s*(?<y1>{Year}))?{Between}(?:(?<m2>{Month})\s*)?(?<d2>{Day})\s*,?\s*(?<y2>{Year})\b", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();

    [GeneratedRegex(@$"\b(?<d1>{Day})(?:\s+(?<m1>{Month})(?:\s*,?\s*(?<y1>{Year}))?)?{Between}(?<d2>{Day})\s+(?<m2>{Month})\s*,?\s*(?<y2>{Year})\b", RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@$"\b([0-9]{{1,2}}/[0-9]{{1,2}}/{Year}|{Year}-[0-9]{{2}}-[0-9]{{2}}){Between}([0-9]{{1,2}}/[0-9]{{1,2}}/{Year}|{Year}-[0-9]{{2}}-[0-9]{{2}})\b", RegexOptions.IgnoreCase)]
    private static partial Regex InDigits();
}
