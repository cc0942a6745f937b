using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Columns;

public static class JurisdictionColumns
{
    /// <summary>The columns of a jurisdiction.</summary>
    public static IReadOnlyList<Column<Jurisdiction>> All { get; } =
    [
        new("id", PlaceColumns.Id, "The postal code of the state and the name.", jurisdiction => jurisdiction.Id) { Required = true },
        new("name", FieldType.Text, "Its name.", jurisdiction => jurisdiction.Name) { Required = true },
        new("state", PlaceColumns.State, "The postal code of its state.", jurisdiction => jurisdiction.State) { Required = true },
        new("kind", PlaceColumns.Kind, "The kind of jurisdiction.", jurisdiction => jurisdiction.Kind),
        new("fips", PlaceColumns.Fips, "Its FIPS code: two digits for a state, five for a county or for a city that is also a county.",
            jurisdiction => jurisdiction.Fips),
    ];
}
