using DetainerLedger.History;
using DetainerLedger.Places;

namespace DetainerLedger.Queries;

/// <summary>Queries for jurisdictions and states, shared by the API and all other views.</summary>
public sealed class JurisdictionQueries(IJurisdictionReader ledger)
{
    /// <summary>The jurisdictions that the reports of a view name, ordered by id.</summary>
    public async Task<IEnumerable<KnownJurisdiction>> List(LedgerView view, JurisdictionFilter filter, CancellationToken cancellation) =>
        KnownJurisdictions.Of(await ledger.ReadCounts(view.Weeks, cancellation)).Where(filter.Takes);

    /// <param name="from">The first week; null for the ledger's first.</param>
    /// <param name="to">The last week; null for the ledger's last.</param>
    /// <returns>Null when no report of the view names it.</returns>
    public async Task<JurisdictionHistory?> History(
        LedgerView view, string id, DateOnly? from, DateOnly? to, CancellationToken cancellation) =>
        // The view was read first. Facts are written before the index names their report, so none can be missing.
        JurisdictionHistories.Of(view, await ledger.ReadJurisdiction(id, cancellation), from, to);

    /// <summary>Whether any report of the view names the jurisdiction.</summary>
    public async Task<bool> IsNamed(LedgerView view, string id, CancellationToken cancellation) =>
        await History(view, id, from: null, to: null, cancellation) is not null;

    public async Task<StateHistory> State(LedgerView view, State state, CancellationToken cancellation) =>
        StateHistory.Of(view, state, await ledger.ReadCounts(view.Weeks, cancellation));

    /// <summary>Every state in every week, newest week first.</summary>
    /// <param name="from">The first week; null for the ledger's first.</param>
    /// <param name="to">The last week; null for the ledger's last.</param>
    public async Task<IEnumerable<StateWeekRow>> States(
        LedgerView view, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        var weeks = view.Weeks.Where(revision => (from is null || revision.Week >= from) && (to is null || revision.Week <= to)).ToList();
        return StateWeeks.Of(JurisdictionRegister.Default.States, weeks.Zip(await ledger.ReadCounts(weeks, cancellation)));
    }

    /// <summary>A week by jurisdiction, compared with the nearest earlier week.</summary>
    public async Task<WeekJurisdictions> Week(LedgerView view, Revision revision, CancellationToken cancellation)
    {
        var earlier = view.Weeks.Where(week => week.Week < revision.Week);
        return WeekJurisdictions.Of(view, revision, await ledger.ReadCounts([revision, .. earlier], cancellation));
    }
}
