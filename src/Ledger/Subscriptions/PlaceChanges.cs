using System.Globalization;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Subscriptions;

/// <summary>Compares what two reports state about each place. <em>Issued</em>, <em>declined</em> and <em>listed</em> are compared separately.</summary>
public static class PlaceChanges
{
    private static readonly SourceLocation Anywhere = new(default, null, null);

    // In characters. A policy may be a paragraph long; the page shows all of it.
    private const int LongestQuote = 300;

    /// <param name="before">The report to compare with; null for the first.</param>
    /// <param name="earlier">How sentences name it: <c>the week of January 28, 2017</c>.</param>
    /// <returns>The places about which the reports state different facts, ordered by state and name.</returns>
    public static IReadOnlyList<PlaceChange> Between(WeeklyReport? before, WeeklyReport now, string earlier)
    {
        var then = before is null ? [] : JurisdictionWeeks.Of(before, default(ArrivalId)).ToDictionary(facts => facts.Jurisdiction.Id!);
        var current = JurisdictionWeeks.Of(now, default(ArrivalId)).ToDictionary(facts => facts.Jurisdiction.Id!);
        return [.. current.Keys.Union(then.Keys)
            .Select(id => Compare(then.GetValueOrDefault(id), current.GetValueOrDefault(id), earlier))
            .Where(change => change.Sentences.Count > 0)
            .OrderBy(change => change.Place.State, StringComparer.Ordinal).ThenBy(change => change.Place.Name, StringComparer.Ordinal)];
    }

    private static PlaceChange Compare(JurisdictionWeek? before, JurisdictionWeek? now, string earlier) =>
        new((now ?? before)!.Jurisdiction, [.. Issued(before, now, earlier), .. Declined(before, now, earlier), .. Listed(before, now, earlier)]);

    private static IEnumerable<string> Issued(JurisdictionWeek? before, JurisdictionWeek? now, string earlier)
    {
        if (before?.TotalIssued == now?.TotalIssued) yield break;
        yield return Words($"Detainers issued: {Count(now)}; in {earlier}: {Count(before)}.");

        // Section I names a few places only: that a place isn't named is not a zero.
        static string Count(JurisdictionWeek? facts) => facts?.TotalIssued is { } issued ? Words($"{issued:N0}") : "not stated";
    }

    private static IEnumerable<string> Declined(JurisdictionWeek? before, JurisdictionWeek? now, string earlier)
    {
        var (then, current) = (Rows(before), Rows(now));
        if (then.Count == current.Count && then.SequenceEqual(current)) yield break;
        yield return then.Count == current.Count
            ? Words($"Detainers recorded as declined: {current.Count:N0}, as in {earlier}; the rows differ.")
            : Words($"Detainers recorded as declined: {current.Count:N0}; in {earlier}: {then.Count:N0}.");

        static List<string> Rows(JurisdictionWeek? facts) =>
            [.. (facts?.Declines ?? []).Select(row => (row with { AsPrinted = "", Source = Anywhere }).ToString()).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Listed(JurisdictionWeek? before, JurisdictionWeek? now, string earlier)
    {
        var (then, current) = (before?.Listings ?? [], now?.Listings ?? []);
        if (then.Select(Facts).Order(StringComparer.Ordinal).SequenceEqual(current.Select(Facts).Order(StringComparer.Ordinal))) yield break;
        if (current.Count == 0) yield return $"No longer listed. In {earlier} it was listed{Policy(then[0])}.";
        else if (then.Count == 0) yield return $"Listed{Policy(current[0])}. In {earlier} it was not listed.";
        else yield return $"Listed{Policy(current[0])}. In {earlier} it was listed{Policy(then[0])}.";
    }

    private static string Policy(PolicyListing listing)
    {
        var enacted = listing.Enacted is { } when ? $", enacted: {when}" : "";
        return listing.Policy is { } policy ? $"{enacted}, under “{Shorten(policy)}”" : enacted;
    }

    private static string Facts(PolicyListing listing) => $"{listing.Enacted}\n{listing.Policy}\n{string.Join('\n', listing.Criteria)}";

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : $"{text.AsSpan(0, LongestQuote - 1).TrimEnd()}…";

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
