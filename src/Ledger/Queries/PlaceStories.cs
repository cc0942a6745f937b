using DetainerLedger.History;
using DetainerLedger.Places;

namespace DetainerLedger.Queries;

/// <summary>Everything about one place at once: it reads what its history, its changes and the list of places read, each once.</summary>
public sealed class PlaceStories(IJurisdictionReader ledger, JurisdictionRegister register)
{
    /// <returns>Null when it is neither registered nor named in the view.</returns>
    public async Task<PlaceStory?> Find(LedgerView view, string id, CancellationToken cancellation)
    {
        var reading = ledger.ReadJurisdiction(id, cancellation);
        var counts = await ledger.ReadCounts(view.Weeks, cancellation);
        var facts = await reading;
        var history = JurisdictionHistories.Of(view, facts);
        if ((history?.Jurisdiction ?? register.All.FirstOrDefault(registered => registered.Id == id)) is not { } place) return null;

        return new PlaceStory(place, history, await Changes(view, facts, cancellation), StatewideWeeks(place, counts));
    }

    private async Task<IReadOnlyList<PlaceChange>> Changes(LedgerView view, IReadOnlyList<JurisdictionWeek> facts, CancellationToken cancellation)
    {
        if (PlaceChanges.Of(view, facts) is not { } changes) return [];
        var counts = await ledger.ReadCompleteCounts(changes.Removals, cancellation);
        var notices = counts.ToDictionary(report => report.Reading, report => report.Notices!);
        return changes.All(revision => notices[revision.Reading]);
    }

    private static IReadOnlyList<DateOnly> StatewideWeeks(Jurisdiction place, IEnumerable<ReportCounts> counts) => place.Kind == JurisdictionKind.State
        ? []
        : [.. counts.Where(report => report.Jurisdictions.Any(row => row is { Listed: > 0, Jurisdiction.Kind: JurisdictionKind.State } && row.Jurisdiction.State == place.State))
            .Select(report => report.Week)];
}

/// <param name="History">Null when no report of the view names the place.</param>
/// <param name="Changes">Newest day first.</param>
/// <param name="StatewideWeeks">The weeks, newest first, that list the whole state that it is in.</param>
public sealed record PlaceStory(
    Jurisdiction Place, JurisdictionHistory? History, IReadOnlyList<PlaceChange> Changes, IReadOnlyList<DateOnly> StatewideWeeks);
