using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class DeclinesTable
{
    public static ExportTable Table { get; } = new ExportTable<PrintedRow<DeclinedDetainer>>(
        "declines", "Detainers recorded as declined", "Section II of the reports, row by row.",
        PrintedRows.Of(CorrectedSection.Declined, report => report.Declines, row => row.Source),
        PrintedRows.Columns(DeclineColumns.All))
    {
        PrimaryKey = PrintedRows.Key,
        ForeignKeys = PrintedRows.ForeignKeys,
    };
}
