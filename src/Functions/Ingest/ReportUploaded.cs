using Azure.Storage.Blobs;
using DetainerLedger.Functions.Delivery;
using DetainerLedger.Ingest;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Intake;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Ingest;

/// <summary>
/// Ingests a dropped file. Fails only when storage fails or the host stops; in both cases the host runs it again, and
/// <see cref="ScheduleRetry"/> takes over when the host gives up.
/// </summary>
public sealed class ReportUploaded(ReportIntake intake, IntakeLog log, DispatchRequests dispatches)
{
    [Function("ReportUploaded")]
    public async Task Run(
        [BlobTrigger(Containers.Reports + "/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        CancellationToken cancellation)
    {
        var outcome = await intake.TakeIn(blob, cancellation);
        log.Write(name, outcome.Arrival, outcome.Fault);
        if (outcome.Arrival?.State == ArrivalState.Published) await dispatches.Send(cancellation);
    }
}
