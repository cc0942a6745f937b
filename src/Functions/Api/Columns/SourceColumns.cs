using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Columns;

/// <summary>The columns that give the file and the position of a fact.</summary>
public static class SourceColumns
{
    public static IReadOnlyList<Column<TRow>> Of<TRow>(Func<TRow, SourceLocation> of) =>
    [
        new("source.reportId", FieldType.Text, "The arrival of the file that states the fact.",
            row => of(row).ReportId) { Required = true },
        new("source.page", FieldType.Number, "The page on which it begins; for files without pages, the line or the row of the sheet.",
            row => of(row).Page),
        new("source.row", FieldType.Number, "The row within its section.", row => of(row).Row),
    ];
}
