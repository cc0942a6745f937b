using DetainerLedger.Functions.Api.Jurisdictions;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.States;

/// <summary>A state. It is not paged, since it grows by only one short row per week.</summary>
/// <param name="State">The postal code.</param>
public sealed record StatePage(
    string State,
    string Name,
    bool ListedStatewide,
    IReadOnlyList<JurisdictionRow> Jurisdictions,
    IReadOnlyList<StateWeek> Weeks) : IPage<(string State, StateWeek Week)>
{
    /// <summary>One record for each week. Jurisdictions and corrections have their own lists.</summary>
    public static CsvTable<(string State, StateWeek Week)> Table { get; } = new(
    [
        new("state", row => row.State),
        new("week", row => row.Week.Week),
        new("revision", row => row.Week.Revision),
        new("declined", row => row.Week.Declined),
        new("issued", row => row.Week.Issued),
        new("listed", row => row.Week.Listed),
    ]);

    string? IPage<(string State, StateWeek Week)>.Next => null;

    IReadOnlyList<(string State, StateWeek Week)> IPage<(string State, StateWeek Week)>.Rows => [.. Weeks.Select(week => (State, week))];

    public static StatePage Of(StateHistory history) => new(
        history.State.Code,
        history.State.Name,
        history.ListedStatewide,
        [.. history.Jurisdictions.Select(JurisdictionRow.Of)],
        history.Weeks);
}
