using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class CorrectionsTable
{
    public static ExportTable Table { get; } = new ExportTable<CorrectionEntry>(
        "corrections", "Corrections", "Each count that the agency corrected. A correction may be of a week that the ledger does not have.",
        (source, _) => new[] { CorrectionEntry.KnownIn(source.View).Reverse() }.ToAsyncEnumerable(),
        [
            new("id", FieldType.Text, "Names the correction.", correction => correction.Id) { Required = true },
            new("week", FieldType.Day, "The first day of the week that is corrected.", correction => correction.Week) { Required = true },
            new("section", FieldType.Word("issued", "declined", "listed"),
                "Which fact: a count of Section I, or the rows of Section II or III.",
                correction => correction.Section) { Required = true },
            .. PrintedRows.Jurisdiction<CorrectionEntry>(correction => correction.Jurisdiction),
            new("reason", FieldType.Text, "The reason that the notice gives.", correction => correction.Reason),
            new("was", FieldType.Count, "The count as it was published.", correction => correction.Was) { Required = true },
            new("is", FieldType.Count, "The count as it is.", correction => correction.Is) { Required = true },
            new("title", FieldType.Text, "The title of the notice.", correction => correction.Title),
            new("dated", FieldType.Day, "The day that the notice bears.", correction => correction.Dated),
            new("statement", FieldType.Text, "Further words of the notice, such as how sure its date is.",
                correction => correction.Statement),
            .. PrintedRows.Source<CorrectionEntry>(correction => correction.Source),
        ])
    {
        PrimaryKey = ["id"],
        ForeignKeys = [new ForeignKey("jurisdiction.id", "jurisdictions", "id")],
    };
}
