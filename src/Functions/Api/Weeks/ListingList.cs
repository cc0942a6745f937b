using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>Rows of Section III.</summary>
/// <param name="Revision">The revision of the week that they come from, on all pages.</param>
public sealed record ListingList(DateOnly Week, int Revision, IReadOnlyList<PolicyListing> Listings, string? Next) : IPage<PolicyListing>
{
    public static CsvTable<PolicyListing> Table { get; } = new(
    [
        .. SharedColumns.Jurisdiction<PolicyListing>(row => row.Jurisdiction),
        new("aor", row => row.Aor),
        new("enacted", row => row.Enacted),
        new("policy", row => row.Policy),
        new("criteria", row => row.Criteria),
        new("asPrinted", row => row.AsPrinted),
        .. SharedColumns.Source<PolicyListing>(row => row.Source),
    ]);

    IReadOnlyList<PolicyListing> IPage<PolicyListing>.Rows => Listings;
}
