using DetainerLedger.Places;

namespace DetainerLedger.Reports;

/// <summary>The differences between the listings of two reports. A jurisdiction that is printed twice counts once.</summary>
/// <param name="Added">In the order of the later report.</param>
/// <param name="Removed">In the order of the earlier report.</param>
/// <param name="Altered">Each field that differs, for the jurisdictions that both reports list.</param>
public sealed record ListingDifferences(
    IReadOnlyList<Jurisdiction> Added,
    IReadOnlyList<RemovedListing> Removed,
    IReadOnlyList<AlteredListing> Altered)
{
    private const char LineFeed = '\n';

    private static readonly (string Name, Func<PolicyListing, string?> Value)[] Fields =
    [
        ("aor", listing => listing.Aor),
        ("enacted", listing => listing.Enacted),
        ("policy", listing => listing.Policy),
        ("criteria", listing => listing.Criteria.Count == 0 ? null : string.Join(LineFeed, listing.Criteria)),
    ];

    public static ListingDifferences Between(WeeklyReport from, WeeklyReport to) =>
        new(ListedOnlyBy(to, from), RemovedBetween(from, to), AlteredBetween(from, to));

    /// <summary>The jurisdictions that one report lists and the other doesn't.</summary>
    public static IReadOnlyList<Jurisdiction> ListedOnlyBy(WeeklyReport one, WeeklyReport other) => [.. Listed(one).Except(Listed(other))];

    public static IReadOnlyList<RemovedListing> RemovedBetween(WeeklyReport from, WeeklyReport to)
    {
        var mentions = new NoticeMentions(to.Notices);
        return [.. ListedOnlyBy(from, to).Select(jurisdiction => new RemovedListing(jurisdiction, mentions.Naming(jurisdiction)))];
    }

    private static List<AlteredListing> AlteredBetween(WeeklyReport from, WeeklyReport to)
    {
        var before = from.Listings.ToLookup(listing => listing.Jurisdiction);
        return [.. to.Listings
            .GroupBy(listing => listing.Jurisdiction)
            .SelectMany(now => AlteredFields(now.Key, [.. before[now.Key]], [.. now]))];
    }

    /// <summary>The fields that differ between the listings of one jurisdiction in two reports; none if either doesn't list it.</summary>
    public static IEnumerable<AlteredListing> AlteredFields(
        Jurisdiction jurisdiction, IReadOnlyList<PolicyListing> before, IReadOnlyList<PolicyListing> now) =>
        before.Count == 0 || now.Count == 0
            ? []
            : Fields
                .Select(field => new AlteredListing(jurisdiction, field.Name, Text(before, field.Value), Text(now, field.Value)))
                .Where(altered => altered.From != altered.To);

    // If a jurisdiction is printed twice with different values, both values are compared.
    private static string? Text(IEnumerable<PolicyListing> rows, Func<PolicyListing, string?> value)
    {
        var texts = rows.Select(value).OfType<string>().Distinct().ToList();
        return texts.Count == 0 ? null : string.Join(LineFeed, texts);
    }

    internal static IEnumerable<Jurisdiction> Listed(WeeklyReport report) =>
        report.Listings.Select(listing => listing.Jurisdiction).Distinct();
}

/// <param name="ExplainedBy">The notice of the later report that names the jurisdiction; null if none does, which a check reports.</param>
public sealed record RemovedListing(Jurisdiction Jurisdiction, Notice? ExplainedBy);

/// <param name="Field">The name of the field in a listing: <c>aor</c>, <c>enacted</c>, <c>policy</c> or <c>criteria</c>.</param>
/// <param name="From">The earlier value as printed, with criteria separated by line feeds; null if there is none.</param>
/// <param name="To">The later value, in the same form.</param>
public sealed record AlteredListing(Jurisdiction Jurisdiction, string Field, string? From, string? To);
