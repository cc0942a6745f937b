using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Jurisdictions;

public sealed record JurisdictionList(IReadOnlyList<JurisdictionRow> Jurisdictions, string? Next) : IPage<JurisdictionRow>
{
    public static CsvTable<JurisdictionRow> Table { get; } = new(
    [
        .. JurisdictionColumns.All.Within((JurisdictionRow row) => new Jurisdiction(row.Id, row.Name, row.State, row.Kind, row.Fips)),
        new("listed", row => row.Listed),
    ]);

    IReadOnlyList<JurisdictionRow> IPage<JurisdictionRow>.Rows => Jurisdictions;
}

/// <summary>A jurisdiction in a list.</summary>
/// <param name="Listed">Whether the latest known week lists it.</param>
public sealed record JurisdictionRow(string Id, string Name, string? State, JurisdictionKind? Kind, string? Fips, bool Listed)
{
    public static JurisdictionRow Of(KnownJurisdiction known)
    {
        var place = known.Jurisdiction;
        return new JurisdictionRow(place.Id ?? "", place.Name, place.State, place.Kind, place.Fips, known.Listed);
    }
}
