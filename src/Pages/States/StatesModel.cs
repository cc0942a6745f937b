using DetainerLedger.History;

namespace DetainerLedger.Pages.States;

/// <summary>All states in some weeks.</summary>
/// <param name="Rows">Each week, newest first, with every state.</param>
/// <param name="Measure">The number that is compared over time.</param>
public sealed record StatesModel(IReadOnlyList<StateWeekRow> Rows, StateMeasure Measure)
{
    /// <summary>The most weeks side by side.</summary>
    public const int MostWeeks = 8;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DateOnly> Weeks => [.. Rows.Select(row => row.Week).Distinct().Order()];

    public DateOnly? Latest => Rows.Count > 0 ? Rows.Max(row => row.Week) : null;

    /// <summary>The states in the latest of the weeks.</summary>
    public IEnumerable<StateWeekRow> OfLatest => Rows.Where(row => row.Week == Latest);

    /// <summary>One state in all of the weeks, by week.</summary>
    public IReadOnlyDictionary<DateOnly, StateWeekRow> Of(string state) => Rows.Where(row => row.State == state).ToDictionary(row => row.Week);
}

/// <summary>A number of a state.</summary>
public enum StateMeasure
{
    Declined,
    Issued,
    Listed,
}
