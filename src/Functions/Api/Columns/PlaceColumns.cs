using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Columns;

/// <summary>The columns that name a jurisdiction.</summary>
public static class PlaceColumns
{
    public static FieldType Id { get; } = FieldType.Code("[a-z]{2}(-[a-z0-9]+)*");

    public static FieldType State { get; } = FieldType.Code("[A-Z]{2}");

    public static FieldType Kind { get; } = FieldType.Word("state", "county", "city", "agency", "tribe");

    public static FieldType Fips { get; } = FieldType.Code("[0-9]{2}([0-9]{3})?");

    public static IReadOnlyList<Column<TRow>> Of<TRow>(Func<TRow, Jurisdiction> of) =>
    [
        new("jurisdiction.id", Id,
            "Identifies the jurisdiction. Empty if no state was printed: the state is never guessed.",
            row => of(row).Id),
        new("jurisdiction.name", FieldType.Text, "Its name.", row => of(row).Name) { Required = true },
        new("jurisdiction.state", State, "The postal code of its state.", row => of(row).State),
        new("jurisdiction.kind", Kind, "The kind of jurisdiction.", row => of(row).Kind),
        new("jurisdiction.fips", Fips,
            "Its FIPS code: two digits for a state, five for a county or for a city that is also a county.",
            row => of(row).Fips),
    ];
}
