using System.Globalization;
using System.Text.RegularExpressions;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Changes;

/// <summary>
/// Replaces the days of a report's own week in its text by placeholders, in every style in which a period is read. All other
/// dates remain: a changed date of a policy is a change, and so is a week that was not updated.
/// </summary>
internal sealed class OwnDates
{
    // Every part is bounded, so that matching is fast for any text.
    private const string Between = " ?,? ?(?:-|to|through|thru|until|and)? ?";

    private readonly Regex _anyStyle;

    public OwnDates(ReportingWeek week)
    {
        var (first, last) = (Day(week.Start), Day(week.End));
        var (firstDay, lastDay) = (Date(week.Start), Date(week.End));
        _anyStyle = new Regex(
            $@"(?<week>{firstDay}{Between}(?:{lastDay}|{last}{Year(week.End)})|\b{first}{Between}{lastDay})|(?<first>{firstDay})|{lastDay}",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <param name="text">With plain dashes and single spaces.</param>
    public string TakenOutOf(string text) => _anyStyle.Replace(text, own =>
        own.Groups["week"].Success ? " (week) " : own.Groups["first"].Success ? " (first day) " : " (last day) ");

    // "January 28, 2017", "Jan.28th", "28 Jan 2017", "1/28/17", "1/28", "2017-01-28".
    private static string Date(DateOnly day)
    {
        var month = Month(day);
        var inDigits = string.Create(CultureInfo.InvariantCulture, $"0?{day.Month}/0?{day.Day}(?:/(?:{day.Year / 100:00})?{day.Year % 100:00})?(?![/0-9])");
        return $@"\b(?:{month} ?{Day(day)}{Year(day)}|{Day(day)} {month}{Year(day)}|{inDigits}|{ReportingWeek.Name(day)}\b)";
    }

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"0?{day.Day}(?:st|nd|rd|th)?(?![a-z0-9])");

    private static string Year(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $@"(?: ?,? ?{day.Year}\b)?");

    private static string Month(DateOnly day)
    {
        var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month);
        return $@"(?:{name}|{(day.Month == 9 ? "sept?" : name[..3])})\.?";
    }
}
