using DetainerLedger.Functions.Api.Answers;
using DetainerLedger.Ingest;

namespace DetainerLedger.Functions.Api.Reports;

public sealed record ReportList(IReadOnlyList<Arrival> Reports, string? Next) : IPage<Arrival>
{
    public static CsvTable<Arrival> Table { get; } = new(
    [
        new("id", arrival => arrival.Id),
        new("name", arrival => arrival.Name),
        new("sha256", arrival => arrival.Sha256),
        new("format", arrival => arrival.Format),
        new("bytes", arrival => arrival.Bytes),
        new("receivedAt", arrival => arrival.ReceivedAt),
        new("releasedOn", arrival => arrival.ReleasedOn),
        new("state", arrival => arrival.State),
        new("week", arrival => arrival.Week),
        new("revision", arrival => arrival.Revision),
        new("error.code", arrival => arrival.Error?.Code),
        new("error.message", arrival => arrival.Error?.Message),
        new("error.page", arrival => arrival.Error?.Page),
        new("error.field", arrival => arrival.Error?.Field),
        new("checks", arrival => arrival.Checks.Select(check => check.Code)),
    ]);

    IReadOnlyList<Arrival> IPage<Arrival>.Rows => Reports;
}
