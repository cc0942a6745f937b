using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Columns;

public static class CorrectionColumns
{
    /// <summary>Of a corrected count.</summary>
    public static IReadOnlyList<Column<CorrectionEntry>> All { get; } =
    [
        new("id", FieldType.Text, "Names the correction.", correction => correction.Id) { Required = true },
        new("week", FieldType.Day, "The first day of the week that is corrected.", correction => correction.Week) { Required = true },
        new("section", FieldType.Word("issued", "declined", "listed"),
            "Which fact: a count of Section I, or the rows of Section II or III.",
            correction => correction.Section) { Required = true },
        .. PlaceColumns.Of<CorrectionEntry>(correction => correction.Jurisdiction),
        new("reason", FieldType.Text, "The reason that the notice gives.", correction => correction.Reason),
        new("was", FieldType.Count, "The count as it was published.", correction => correction.Was) { Required = true },
        new("is", FieldType.Count, "The count as it is.", correction => correction.Is) { Required = true },
        new("title", FieldType.Text, "The title of the notice.", correction => correction.Title),
        new("dated", FieldType.Day, "The day that the notice bears.", correction => correction.Dated),
        new("statement", FieldType.Text, "Further words of the notice, such as how sure its date is.",
            correction => correction.Statement),
        .. SourceColumns.Of<CorrectionEntry>(correction => correction.Source),
    ];
}
