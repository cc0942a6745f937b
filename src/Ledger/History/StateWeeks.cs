using DetainerLedger.Places;

namespace DetainerLedger.History;

/// <summary>What the known reports state about every state, week by week.</summary>
public static class StateWeeks
{
    /// <param name="newestFirst">The revision in force of each week, and its counts.</param>
    /// <returns>Each week, newest first, with a row for each state, ordered by postal code.</returns>
    public static IEnumerable<StateWeekRow> Of(
        IReadOnlyList<State> states, IEnumerable<(Revision Revision, ReportCounts Counts)> newestFirst)
    {
        var ordered = states.OrderBy(state => state.Code, StringComparer.Ordinal).ToList();
        foreach (var (revision, counts) in newestFirst)
        {
            var rows = counts.Jurisdictions.ToLookup(row => row.Jurisdiction.State);
            foreach (var state in ordered) yield return Row(revision, state, rows[state.Code]);
        }
    }

    private static StateWeekRow Row(Revision revision, State state, IEnumerable<JurisdictionCounts> rows)
    {
        var row = new StateWeekRow(revision.Week, revision.Number, state.Code, state.Name, 0, null, 0, false);
        foreach (var counts in rows)
        {
            row = row with
            {
                Declined = row.Declined + counts.Declined,
                Issued = counts.Issued is { } issued ? (row.Issued ?? 0) + issued : row.Issued,
                Listed = row.Listed + counts.Listed,
                Statewide = row.Statewide || counts is { Listed: > 0, Jurisdiction.Kind: JurisdictionKind.State },
            };
        }
        return row;
    }
}

/// <summary>What one week's report states about one state.</summary>
/// <param name="State">The postal code.</param>
/// <param name="Issued">The sum over the jurisdictions of the state that Section I names; null if it names none: unknown, not zero.</param>
/// <param name="Listed">Rows of Section III.</param>
/// <param name="Statewide">Whether one of them is the whole state.</param>
public sealed record StateWeekRow(
    DateOnly Week, int Revision, string State, string Name, int Declined, int? Issued, int Listed, bool Statewide);
