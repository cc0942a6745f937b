using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Weeks;

/// <inheritdoc cref="WeekJurisdictions"/>
/// <param name="Revision">The revision of the week that the rows come from, the same on all pages.</param>
public sealed record WeekJurisdictionList(
    DateOnly Week,
    int Revision,
    DateOnly? PreviousWeek,
    RowsWithoutState WithoutState,
    IReadOnlyList<WeekJurisdiction> Jurisdictions,
    string? Next) : IPage<WeekJurisdiction>
{
    /// <summary>Corrections have their own list.</summary>
    public static CsvTable<WeekJurisdiction> Table { get; } = new(
    [
        .. PlaceColumns.Of<WeekJurisdiction>(row => row.Jurisdiction),
        new("issued", row => row.Issued),
        new("declined", row => row.Declined),
        new("listed", row => row.Listed),
        new("listings", row => row.Listings),
        new("firstListed", row => row.FirstListed),
        new("change.issued", row => row.Change?.Issued),
        new("change.declined", row => row.Change?.Declined),
        new("change.listed", row => row.Change?.Listed),
    ]);

    IReadOnlyList<WeekJurisdiction> IPage<WeekJurisdiction>.Rows => Jurisdictions;
}
