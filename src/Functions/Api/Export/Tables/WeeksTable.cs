using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Weeks;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class WeeksTable
{
    public static ExportTable Table { get; } = new ExportTable<Revision>(
        "weeks", "Weeks", "Each week in the ledger, with the totals as stated in its report, before corrections.",
        (source, _) => new[] { source.Weeks }.ToAsyncEnumerable(),
        [
            .. WeekColumns.All.Within((Revision revision) => WeekRow.Of(revision)),
            new("source.reportId", FieldType.Text, "The arrival of the file.", revision => revision.Source.ReportId) { Required = true },
            new("source.name", FieldType.Text, "The file's name.", revision => revision.Source.Name) { Required = true },
            new("source.sha256", FieldType.Code("[0-9a-f]{64}"), "The SHA-256 of the file.",
                revision => revision.Source.Sha256) { Required = true },
            new("source.pages", FieldType.Number, "The number of pages; empty for formats without pages.", revision => revision.Source.Pages),
        ])
    {
        PrimaryKey = ["week"],
    };
}
