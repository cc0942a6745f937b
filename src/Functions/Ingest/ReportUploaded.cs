using Azure.Storage.Blobs;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Intake;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Ingest;

/// <summary>
/// A file was dropped: takes it in. Fails only when storage does, or when the host stops; either way the host runs it again, and
/// <see cref="ScheduleRetry"/> continues where the host gives up.
/// </summary>
public sealed class ReportUploaded(ReportIntake intake, IntakeLog log)
{
    [Function("ReportUploaded")]
    public async Task Run(
        [BlobTrigger(Containers.Reports + "/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        CancellationToken cancellation)
    {
        var outcome = await intake.TakeIn(blob, cancellation);
        log.Write(name, outcome.Arrival, outcome.Fault);
    }
}
