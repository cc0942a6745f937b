using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>A position in a list with at most one row for each day, newest first.</summary>
public readonly record struct DayPosition(DateOnly Day) : IListPosition<DayPosition>
{
    public static bool TryParse(string text, out DayPosition position)
    {
        var parsed = Days.TryParse(text, out var day);
        position = new DayPosition(day);
        return parsed;
    }

    public bool Precedes(DayPosition other) => other.Day < Day;

    public override string ToString() => ReportingWeek.Name(Day);
}
