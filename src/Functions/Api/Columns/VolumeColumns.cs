using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Columns;

public static class VolumeColumns
{
    /// <summary>The columns of a row of Section I.</summary>
    public static IReadOnlyList<Column<IssuedVolume>> All { get; } =
    [
        .. PlaceColumns.Of<IssuedVolume>(row => row.Jurisdiction),
        new("issued", FieldType.Count, "Detainers issued to the jurisdiction in the week. Their outcome is unknown.",
            row => row.Issued) { Required = true },
        new("asPrinted", FieldType.Text, "The place, exactly as printed.", row => row.AsPrinted) { Required = true },
        .. SourceColumns.Of<IssuedVolume>(row => row.Source),
    ];
}
