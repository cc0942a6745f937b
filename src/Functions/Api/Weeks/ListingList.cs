using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>Rows of Section III.</summary>
/// <param name="Revision">The revision of the week that the rows come from, the same on all pages.</param>
public sealed record ListingList(DateOnly Week, int Revision, IReadOnlyList<ListingRow> Listings, string? Next) : IPage<ListingRow>
{
    public static CsvTable<ListingRow> Table { get; } =
        new([.. ListingColumns.All.Within((ListingRow row) => row), .. QuestionColumns.Of<ListingRow>(row => row.Questions)]);

    IReadOnlyList<ListingRow> IPage<ListingRow>.Rows => Listings;
}
