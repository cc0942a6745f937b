using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class WeeksTable
{
    public static ExportTable Table { get; } = new ExportTable<Revision>(
        "weeks", "Weeks", "Each week that the ledger has, with the totals as its report states them, before corrections.",
        (source, _) => new[] { source.Weeks }.ToAsyncEnumerable(),
        [
            new("week", FieldType.Day, "The first day of the week, which names it.", revision => revision.Week) { Required = true },
            new("period.start", FieldType.Day, "The first day that the report covers.",
                revision => revision.Period.Start) { Required = true },
            new("period.end", FieldType.Day, "The last day that the report covers.", revision => revision.Period.End) { Required = true },
            new("detainersIssued", FieldType.Count, "Detainers issued in the whole nation. Empty when the report states no total.",
                revision => revision.Totals.DetainersIssued),
            new("detainersDeclined", FieldType.Count, "Rows of `declines.csv`: detainers recorded as declined.",
                revision => revision.Totals.DetainersDeclined) { Required = true },
            new("jurisdictionsListed", FieldType.Count, "Rows of `listings.csv`: jurisdictions listed.",
                revision => revision.Totals.JurisdictionsListed) { Required = true },
            new("revision", FieldType.Number, "The revision of the week's report that stands, from 1.",
                revision => revision.Number) { Required = true },
            new("publishedAt", FieldType.Moment, "When that revision was published in the ledger.",
                revision => revision.PublishedAt) { Required = true },
            new("releasedOn", FieldType.Day, "The day on which the agency released it, where that was told.",
                revision => revision.ReleasedOn),
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
