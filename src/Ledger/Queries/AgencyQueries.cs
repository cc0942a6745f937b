using DetainerLedger.History;

namespace DetainerLedger.Queries;

/// <summary>Queries for law enforcement agencies, shared by the API and all other views.</summary>
public sealed class AgencyQueries(IJurisdictionReader ledger)
{
    /// <summary>The agencies that the reports of a view name, ordered by id.</summary>
    public async Task<IEnumerable<KnownAgency>> List(LedgerView view, AgencyFilter filter, CancellationToken cancellation) =>
        KnownAgencies.Of(await ledger.ReadCompleteCounts(view.Weeks, cancellation)).Where(filter.Takes);

    /// <returns>Null when no report of the view names it.</returns>
    public async Task<AgencyHistory?> Find(LedgerView view, string id, CancellationToken cancellation)
    {
        var agency = KnownAgencies.Of(await ledger.ReadCompleteCounts(view.Weeks, cancellation)).FirstOrDefault(known => known.Id == id);
        if (agency is null) return null;
        var facts = await Task.WhenAll(agency.Jurisdictions.Select(place => ledger.ReadJurisdiction(place.Id!, cancellation)));
        return AgencyHistory.Of(view, agency, facts.SelectMany(rows => rows));
    }
}
