using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Jurisdictions;

public sealed record PlaceList(IReadOnlyList<PlaceRow> Places, string? Next) : IPage<PlaceRow>
{
    public static CsvTable<PlaceRow> Table { get; } = new(
    [
        .. JurisdictionColumns.All.Within((PlaceRow row) => new Jurisdiction(row.Id, row.Name, row.State, row.Kind, row.Fips)),
        new("listed", row => row.Listed),
        new("listedThroughState", row => row.ListedThroughState),
        new("weeksNamed", row => row.WeeksNamed),
        new("firstNamed", row => row.FirstNamed),
        new("lastNamed", row => row.LastNamed),
        new("registered", row => row.Registered),
    ]);

    IReadOnlyList<PlaceRow> IPage<PlaceRow>.Rows => Places;
}

/// <inheritdoc cref="KnownPlace"/>
public sealed record PlaceRow(
    string Id,
    string Name,
    string? State,
    JurisdictionKind? Kind,
    string? Fips,
    bool Listed,
    bool ListedThroughState,
    int WeeksNamed,
    DateOnly? FirstNamed,
    DateOnly? LastNamed,
    bool Registered)
{
    public static PlaceRow Of(KnownPlace known)
    {
        var place = known.Jurisdiction;
        return new PlaceRow(
            place.Id!,
            place.Name,
            place.State,
            place.Kind,
            place.Fips,
            known.Listed,
            known.ListedThroughState,
            known.WeeksNamed,
            known.FirstNamed,
            known.LastNamed,
            known.IsRegistered);
    }
}
