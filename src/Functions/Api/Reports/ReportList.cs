using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Reports;

public sealed record ReportList(IReadOnlyList<ReportEntry> Reports, string? Next) : IPage<ReportEntry>
{
    public static CsvTable<ReportEntry> Table { get; } = new(
    [
        new("id", report => report.Id),
        new("name", report => report.Name),
        new("sha256", report => report.Sha256),
        new("format", report => report.Format),
        new("bytes", report => report.Bytes),
        new("receivedAt", report => report.ReceivedAt),
        new("releasedOn", report => report.ReleasedOn),
        new("state", report => report.State),
        new("week", report => report.Week),
        new("revision", report => report.Revision),
        new("error.code", report => report.Error?.Code),
        new("error.message", report => report.Error?.Message),
        new("error.page", report => report.Error?.Page),
        new("error.field", report => report.Error?.Field),
        new("checks", report => report.Checks.Select(check => check.Code)),
        new("inForce", report => report.InForce),
        new("nextTry", report => report.NextTry),
        new("sourceAddress", report => report.SourceAddress),
        new("seenAt", report => report.SeenAt),
    ]);

    IReadOnlyList<ReportEntry> IPage<ReportEntry>.Rows => Reports;
}
