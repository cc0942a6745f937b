using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Weeks;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class WeeksTable
{
    public static ExportTable Table { get; } = new ExportTable<Revision>(
        "weeks", "Weeks", "Each week that the ledger has, with the totals as its report states them, before corrections.",
        (source, _) => new[] { source.Weeks }.ToAsyncEnumerable(),
        [
            .. WeekColumns.All.Within((Revision revision) => WeekRow.Of(revision)),
            new("source.reportId", FieldType.Text, "The arrival of the file.", revision => revision.Source.ReportId) { Required = true },
            new("source.name", FieldType.Text, "The file's name.", revision => revision.Source.Name) { Required = true },
            new("source.sha256", FieldType.Code("[0-9a-f]{64}"), "The SHA-256 of the file.",
                revision => revision.Source.Sha256) { Required = true },
            new("source.pages", FieldType.Number, "Its pages; empty for files without.", revision => revision.Source.Pages),
        ])
    {
        PrimaryKey = ["week"],
    };
}
