using System.Globalization;
using NCrontab;

namespace LocalHost.Host.Timers;

/// <summary>When a timer is due: six NCRONTAB fields in UTC (five are taken with second 0), or an interval as <c>00:05:00</c>.</summary>
internal sealed class Schedule
{
    private readonly CrontabSchedule? _crontab;
    private readonly TimeSpan _interval;

    private Schedule(CrontabSchedule? crontab, TimeSpan interval) => (_crontab, _interval) = (crontab, interval);

    public static Schedule Parse(string text, FunctionDescriptor function)
    {
        // An interval has colons and no fields.
        if (text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero) return new Schedule(null, interval);
        var withSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        var crontab = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = withSeconds });
        return crontab is not null
            ? new Schedule(crontab, default)
            : throw new InvalidFunctionException($"The schedule of {function.Name} is `{text}`: it needs six NCRONTAB fields (second minute hour day month weekday) or an interval.");
    }

    /// <param name="utc">In UTC, as is the answer.</param>
    public DateTime After(DateTime utc) => _crontab?.GetNextOccurrence(utc) ?? utc + _interval;
}
