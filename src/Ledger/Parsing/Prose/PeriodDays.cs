using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Prose;

/// <summary>A period stated by its days. Both are read with the month first, or both with the day first.</summary>
/// <param name="IsAmbiguous">Whether the other order gives an equally plausible period, so that the month is read first only by default.</param>
public readonly record struct PeriodDays(ReportingWeek Period, bool IsAmbiguous)
{
    /// <summary>In days. Longer periods are not weekly reports; without this limit, a mistyped year would be accepted.</summary>
    public const int Longest = 31;

    private const int Week = 7;

    /// <param name="end">Null if only the first day of a week is stated.</param>
    /// <returns>Null if the days make no period either way.</returns>
    public static PeriodDays? Of(string? start, string? end)
    {
        var (monthFirst, dayFirst) = (Of(start, end, DateOrder.MonthFirst), Of(start, end, DateOrder.DayFirst));
        if (monthFirst is null || dayFirst is null || monthFirst == dayFirst) return (monthFirst ?? dayFirst) is { } only ? new PeriodDays(only, false) : null;

        // Of two readings, the one that makes a week is chosen.
        return monthFirst.Days == Week ^ dayFirst.Days == Week
            ? new PeriodDays(monthFirst.Days == Week ? monthFirst : dayFirst, false)
            : new PeriodDays(monthFirst, true);
    }

    /// <summary>The check for a period that can be read in two ways.</summary>
    public Check Ambiguous(SourceLocation source) => new(
        DateColumns.Ambiguous,
        CheckSeverity.Warning,
        $"The first day of the period can be read with the day or the month first, and nothing shows which is meant; it is read as {ReportingWeek.Name(Period.Start)}.",
        source);

    private static ReportingWeek? Of(string? start, string? end, DateOrder order)
    {
        if (CellReader.Date(start, order) is not { } first) return null;
        var last = end is null ? first.AddDays(Week - 1) : CellReader.Date(end, order);
        return last >= first && last.Value.DayNumber - first.DayNumber < Longest ? new ReportingWeek(first, last.Value) : null;
    }
}
