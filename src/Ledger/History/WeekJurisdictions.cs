using System.Text.Json.Serialization;
using DetainerLedger.Places;

namespace DetainerLedger.History;

/// <summary>One week by jurisdiction, compared with the nearest earlier week in the ledger.</summary>
/// <param name="PreviousWeek">Its date shows whether there is a gap; null if there is none.</param>
/// <param name="WithoutState">The rows that print no state. They have no jurisdiction, but count in the week's totals.</param>
/// <param name="Rows">Every jurisdiction that either report names, ordered by id.</param>
public sealed record WeekJurisdictions(
    Revision Revision, DateOnly? PreviousWeek, RowsWithoutState WithoutState, IReadOnlyList<WeekJurisdiction> Rows)
{
    /// <param name="view">What is known at the requested moment.</param>
    /// <param name="newestFirst">The counts of the week, then those of each earlier week of the view.</param>
    public static WeekJurisdictions Of(LedgerView view, Revision revision, IReadOnlyList<ReportCounts> newestFirst)
    {
        var now = newestFirst[0].Jurisdictions.ToDictionary(row => row.Jurisdiction.Id!);
        var before = newestFirst.Count > 1 ? newestFirst[1].Jurisdictions.ToDictionary(row => row.Jurisdiction.Id!) : null;
        var firstListed = FirstListed(newestFirst);
        var corrections = view.Corrections(revision.Week).ToLookup(known => known.Correction.Jurisdiction.Id);
        var rows = now.Keys.Union(before?.Keys ?? Enumerable.Empty<string>())
            .Order(StringComparer.Ordinal)
            .Select(id => Row(now.GetValueOrDefault(id), before?.GetValueOrDefault(id), id))
            .ToList();
        return new WeekJurisdictions(
            revision,
            newestFirst.Count > 1 ? newestFirst[1].Week : null,
            new RowsWithoutState(
                revision.Totals.DetainersDeclined - now.Values.Sum(row => row.Declined),
                revision.Totals.JurisdictionsListed - now.Values.Sum(row => row.Listed)),
            rows);

        WeekJurisdiction Row(JurisdictionCounts? counts, JurisdictionCounts? previous, string id) => new(
            (counts ?? previous)!.Jurisdiction,
            counts?.Issued,
            counts?.Declined ?? 0,
            counts is { Listed: > 0 },
            counts?.Listed ?? 0,
            firstListed.TryGetValue(id, out var first) ? first : null,
            before is null ? null : JurisdictionChange.Between(previous, counts),
            [.. corrections[id].Select(CorrectionEntry.Of)]);
    }

    private static Dictionary<string, DateOnly> FirstListed(IReadOnlyList<ReportCounts> newestFirst)
    {
        var first = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var counts in newestFirst)
            foreach (var row in counts.Jurisdictions)
                if (row.Listed > 0) first[row.Jurisdiction.Id!] = counts.Week;
        return first;
    }
}

/// <summary>How many rows of Section II and III of a report print no state.</summary>
public sealed record RowsWithoutState(int Declined, int Listed);

/// <summary>What one week's report states about one jurisdiction, without the texts.</summary>
/// <param name="Issued">Null when Section I does not name the jurisdiction: unknown, not zero.</param>
/// <param name="Listings">Rows of Section III that name it.</param>
/// <param name="FirstListed">The first week, up to this one, that lists it; null if none does.</param>
/// <param name="Change">Compared with the previous week, as reported; null if there is none.</param>
/// <param name="Corrections">The known corrections. They are not applied to the other numbers, which are as reported.</param>
public sealed record WeekJurisdiction(
    Jurisdiction Jurisdiction,
    int? Issued,
    int Declined,
    bool Listed,
    int Listings,
    DateOnly? FirstListed,
    JurisdictionChange? Change,
    IReadOnlyList<CorrectionEntry> Corrections);

/// <param name="Issued">Null when either report's Section I does not name the jurisdiction.</param>
/// <param name="Listed"><c>added</c> if only the later week lists it, <c>removed</c> if only the earlier one does; null otherwise.</param>
public sealed record JurisdictionChange(int? Issued, int Declined, ListingChange? Listed)
{
    internal static JurisdictionChange Between(JurisdictionCounts? before, JurisdictionCounts? now) => new(
        now?.Issued - before?.Issued,
        (now?.Declined ?? 0) - (before?.Declined ?? 0),
        (before is { Listed: > 0 }, now is { Listed: > 0 }) switch
        {
            (false, true) => ListingChange.Added,
            (true, false) => ListingChange.Removed,
            _ => null,
        });
}

[JsonConverter(typeof(JsonStringEnumConverter<ListingChange>))]
public enum ListingChange
{
    [JsonStringEnumMemberName("added")] Added,
    [JsonStringEnumMemberName("removed")] Removed,
}
