using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Columns;

public static class CorrectionColumns
{
    /// <summary>The columns of a corrected count.</summary>
    public static IReadOnlyList<Column<CorrectionEntry>> All { get; } =
    [
        new("id", FieldType.Text, "Identifies the correction.", correction => correction.Id) { Required = true },
        new("week", FieldType.Day, "The first day of the corrected week.", correction => correction.Week) { Required = true },
        new("section", FieldType.Word("issued", "declined", "listed"),
            "The corrected fact: a count of Section I, or the number of rows of Section II or III.",
            correction => correction.Section) { Required = true },
        .. PlaceColumns.Of<CorrectionEntry>(correction => correction.Jurisdiction),
        new("reason", FieldType.Text, "The reason given in the notice.", correction => correction.Reason),
        new("was", FieldType.Count, "The count as it was published.", correction => correction.Was) { Required = true },
        new("is", FieldType.Count, "The corrected count.", correction => correction.Is) { Required = true },
        new("title", FieldType.Text, "The title of the notice.", correction => correction.Title),
        new("dated", FieldType.Day, "The date of the notice.", correction => correction.Dated),
        new("statement", FieldType.Text, "Additional text of the notice, such as how certain its date is.",
            correction => correction.Statement),
        .. SourceColumns.Of<CorrectionEntry>(correction => correction.Source),
    ];
}
