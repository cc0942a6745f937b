using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class IssuedTable
{
    public static ExportTable Table { get; } = new ExportTable<PrintedRow<IssuedVolume>>(
        "issued", "Jurisdictions with the highest volume of detainers issued",
        "The table of Section I of the reports, row by row. It names the few jurisdictions with the most; "
        + "of all others the number is unknown, not zero.",
        PrintedRows.Of(report => report.HighestVolume),
        [
            .. PrintedRows.Fields<IssuedVolume>(),
            .. PrintedRows.Jurisdiction<PrintedRow<IssuedVolume>>(row => row.Row.Jurisdiction),
            new("issued", FieldType.Count, "Detainers issued to the jurisdiction in the week. Their outcome is unknown.",
                row => row.Row.Issued) { Required = true },
            new("asPrinted", FieldType.Text, "The place word for word.", row => row.Row.AsPrinted) { Required = true },
            .. PrintedRows.Source<PrintedRow<IssuedVolume>>(row => row.Row.Source),
        ])
    {
        PrimaryKey = PrintedRows.Key,
        ForeignKeys = PrintedRows.ForeignKeys,
    };
}
