using DetainerLedger.History;
using DetainerLedger.Places;

namespace DetainerLedger.Queries;

/// <summary>Queries for places, whether or not a report names them, shared by the API and all other views.</summary>
public sealed class PlaceQueries(IJurisdictionReader ledger, JurisdictionRegister register)
{
    /// <summary>Every state and county of the register, and every other place that a report of the view names.</summary>
    /// <returns>Ordered by id, which means by state and then by name.</returns>
    public async Task<IEnumerable<KnownPlace>> List(LedgerView view, PlaceFilter filter, CancellationToken cancellation) =>
        (await All(view, cancellation))
            .Where(filter.Takes)
            .OrderBy(known => known.Jurisdiction.Id, StringComparer.Ordinal);

    /// <returns>Null when it is neither registered nor named in the view.</returns>
    public async Task<KnownPlace?> Find(LedgerView view, string id, CancellationToken cancellation) =>
        (await All(view, cancellation)).FirstOrDefault(known => known.Jurisdiction.Id == id);

    /// <summary>The places whose names are nearest to a misspelled one.</summary>
    /// <param name="count">The most to return.</param>
    public async Task<IReadOnlyList<Jurisdiction>> Nearest(LedgerView view, string text, int count, CancellationToken cancellation) =>
        NearestNames.Of(text, (await All(view, cancellation)).Select(known => known.Jurisdiction), count);

    /// <summary>Every change of what the reports of a view say of one place, newest first.</summary>
    /// <returns>Null when no report of the view names it.</returns>
    public async Task<(Jurisdiction Place, IReadOnlyList<PlaceChange> Changes)?> Changes(
        LedgerView view, string id, CancellationToken cancellation)
    {
        if (PlaceChanges.Of(view, await ledger.ReadJurisdiction(id, cancellation)) is not { } changes) return null;
        var counts = await ledger.ReadCompleteCounts(changes.Removals, cancellation);
        var notices = counts.ToDictionary(report => report.Reading, report => report.Notices!);
        return (changes.Place, changes.All(revision => notices[revision.Reading]));
    }

    private async Task<IEnumerable<KnownPlace>> All(LedgerView view, CancellationToken cancellation) =>
        KnownPlaces.Of(register.All, await ledger.ReadCounts(view.Weeks, cancellation));
}
