using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.States;

public sealed record StateWeekList(IReadOnlyList<StateWeekRow> States, string? Next) : IPage<StateWeekRow>
{
    public static CsvTable<StateWeekRow> Table { get; } = new(
    [
        new("week", row => row.Week),
        new("revision", row => row.Revision),
        new("state", row => row.State),
        new("name", row => row.Name),
        new("declined", row => row.Declined),
        new("issued", row => row.Issued),
        new("listed", row => row.Listed),
        new("statewide", row => row.Statewide),
    ]);

    IReadOnlyList<StateWeekRow> IPage<StateWeekRow>.Rows => States;
}

/// <summary>A position in the list of states, which is ordered by week, newest first, then by postal code.</summary>
public readonly record struct StateWeekPosition(DateOnly Week, string State) : IListPosition<StateWeekPosition>
{
    public static bool TryParse(string text, out StateWeekPosition position)
    {
        position = default;
        if (text.Split('.') is not [var week, { Length: > 0 } state] || !Days.TryParse(week, out var day)) return false;
        position = new StateWeekPosition(day, state);
        return true;
    }

    public static StateWeekPosition Of(StateWeekRow row) => new(row.Week, row.State);

    public bool Precedes(StateWeekPosition other) => other.Week < Week || (other.Week == Week && string.CompareOrdinal(State, other.State) < 0);

    public override string ToString() => $"{ReportingWeek.Name(Week)}.{State}";
}
