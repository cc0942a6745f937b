using System.Globalization;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tables;

/// <summary>
/// The keys of the tables. Row keys sort as text, so the keys of entities that are read newest first contain the inverted time.
/// A key must not contain <c>/ \ # ?</c> or a control character: these consist of ids, dates and hex digits.
/// </summary>
internal static class Keys
{
    public const string Index = "index";
    public const string Head = "head";
    public const string Weeks = "week|";
    public const string Notices = "notice|";
    public const string Files = "source|";
    public const string Questions = "question|";
    public const string Withdrawals = "withdrawal|";
    public const string Arrivals = "arrivals";
    public const string Counts = "counts";
    public const string Digests = "digests";

    private const long LastSecond = 9999_12_31_23_59_59;

    public static string Week(DateOnly week) => Weeks + ReportingWeek.Name(week);

    public static string Notice(string fingerprint) => Notices + fingerprint;

    public static string File(string eventId) => Files + eventId;

    public static string State(string jurisdictionId) => jurisdictionId[..2].ToUpperInvariant();

    /// <summary>The prefix of the keys of all facts of the jurisdiction, and of no other jurisdiction's.</summary>
    public static string Jurisdiction(string jurisdictionId) => jurisdictionId + "|";

    public static string Fact(string jurisdictionId, DateOnly week, ReadingId reading) =>
        $"{Jurisdiction(jurisdictionId)}{ReportingWeek.Name(week)}|{reading}";

    public static string Count(DateOnly week, ReadingId reading) => $"{ReportingWeek.Name(week)}|{reading}";

    /// <summary>The first key after all keys with this prefix.</summary>
    public static string AfterPrefix(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    public static string Part(string key, int part) => string.Create(CultureInfo.InvariantCulture, $"{key}|{part:000}");

    public static string Arrival(ArrivalId id)
    {
        var text = id.ToString();
        var second = long.Parse(text.AsSpan(0, 14), NumberStyles.None, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{LastSecond - second:00000000000000}{text.AsSpan(14)}");
    }

    public static string Digest(DateOnly week, int revision) => string.Create(
        CultureInfo.InvariantCulture, $"{DateOnly.MaxValue.DayNumber - week.DayNumber:0000000}|{999_999 - revision:000000}");
}
