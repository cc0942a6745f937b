using Azure.Storage.Blobs;
using DetainerLedger.Ingest;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Ingest;

/// <summary>A file was dropped: takes it in.</summary>
public sealed partial class ReportUploaded(ReportIngestor ingestor, ILogger<ReportUploaded> log)
{
    [Function("ReportUploaded")]
    public async Task Run(
        [BlobTrigger(Containers.Reports + "/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        CancellationToken cancellation)
    {
        await using var file = await IncomingBlob.Open(blob, cancellation);
        var arrival = await ingestor.Ingest(file, cancellation);
        if (arrival.Error is { } error) Rejected(name, arrival.Id, error.Code);
        else Settled(name, arrival.Id, arrival.State, arrival.Week, arrival.Revision);
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "{Name} ({ReportId}) is {State}: week {Week:yyyy-MM-dd}, revision {Revision}")]
    private partial void Settled(string name, ReportId reportId, ArrivalState state, DateOnly? week, int? revision);

    // The reason may quote the file: it stands with the arrival, where the id leads.
    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "{Name} ({ReportId}) is rejected as {Code}")]
    private partial void Rejected(string name, ReportId reportId, string code);
}
