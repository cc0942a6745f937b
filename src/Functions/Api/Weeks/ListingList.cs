using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>Rows of Section III.</summary>
/// <param name="Revision">The revision of the week that the rows come from, the same on all pages.</param>
public sealed record ListingList(DateOnly Week, int Revision, IReadOnlyList<PolicyListing> Listings, string? Next) : IPage<PolicyListing>
{
    public static CsvTable<PolicyListing> Table { get; } = new(ListingColumns.All);

    IReadOnlyList<PolicyListing> IPage<PolicyListing>.Rows => Listings;
}
