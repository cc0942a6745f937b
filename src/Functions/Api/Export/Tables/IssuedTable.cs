using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class IssuedTable
{
    public static ExportTable Table { get; } = new ExportTable<PrintedRow<IssuedVolume>>(
        "issued", "Jurisdictions with the highest volume of detainers issued",
        "The table of Section I of the reports, row by row. It names the few jurisdictions with the most; "
        + "for all others the number is unknown, not zero.",
        PrintedRows.Of(CorrectedSection.Issued, report => report.HighestVolume, row => row.Source),
        PrintedRows.Columns(VolumeColumns.All))
    {
        PrimaryKey = PrintedRows.Key,
        ForeignKeys = PrintedRows.ForeignKeys,
    };
}
