namespace DetainerLedger.Subscriptions;

/// <summary>Which events a subscription gets, and what of them.</summary>
public static class Matching
{
    /// <summary>The places of the event that the filters follow; empty for an event that isn't about places.</summary>
    public static IReadOnlyList<PlaceChange> Followed(IEnumerable<Filter> filters, LedgerChange change, ChangeDetails details) =>
        [.. details.Places.Where(place => filters.Any(filter => TakesType(filter, change) && filter.Covers(place.Place)))];

    /// <param name="old">Whether the event is a backfill; see <see cref="LedgerChange.IsOld"/>.</param>
    public static bool Takes(RecipientKind kind, IEnumerable<Filter> filters, LedgerChange change, ChangeDetails details, bool old) =>
        filters.Any(filter => Takes(kind, filter, change, details, old));

    private static bool Takes(RecipientKind kind, Filter filter, LedgerChange change, ChangeDetails details, bool old)
    {
        if ((old && !filter.OldWeeks) || !TakesType(filter, change)) return false;
        // Nothing changed for the followed place: nothing is sent.
        if (!filter.IsNational) return details.Places.Any(place => filter.Covers(place.Place));
        // A reader of everything hears of a new week once, by its digest.
        return kind != RecipientKind.Mail || change.Type != ChangeTypes.WeekPublished;
    }

    // A digest, and a file at the source, are about no single place.
    private static bool TakesType(Filter filter, LedgerChange change) =>
        (!filter.Corrections || ChangeTypes.IsCorrection(change.Type)) && (filter.IsNational || ChangeTypes.NamesPlaces(change.Type));
}
