using DetainerLedger.History;

namespace DetainerLedger.Pages.States;

/// <param name="Weeks">The weeks on this page of the table, newest first.</param>
/// <param name="Next">The cursor of the table's next page; null on the last.</param>
public sealed record StateModel(StateHistory History, IReadOnlyList<StateWeek> Weeks, string? Next)
{
    public IReadOnlyList<KnownJurisdiction> Listed => [.. History.Jurisdictions.Where(known => known.Listed)];

    public IReadOnlyList<KnownJurisdiction> Others => [.. History.Jurisdictions.Where(known => !known.Listed)];

    public StateWeek? Latest => History.Weeks.Count > 0 ? History.Weeks[0] : null;
}
