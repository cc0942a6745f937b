using DetainerLedger.Functions.Delivery;
using DetainerLedger.Ingest;
using DetainerLedger.Storage.Intake;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Ingest;

/// <summary>Retries the files that are due after a storage failure.</summary>
public sealed partial class RetryReports(ReportRetries retries, IntakeLog intakeLog, DispatchRequests dispatches, ILogger<RetryReports> log)
{
    [Function("RetryReports")]
    public async Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var published = false;
        await foreach (var outcome in retries.RunDue(cancellation))
        {
            Report(outcome);
            published |= outcome.Arrival?.State == ArrivalState.Published;
        }

        if (published) await dispatches.Send(cancellation);
    }

    private void Report(RetryOutcome outcome)
    {
        if (outcome.GivenUp) GivenUp(outcome.BlobName, outcome.Fault);
        else if (outcome.NextTry is { } nextTry) FailedAgain(outcome.BlobName, nextTry, outcome.Fault);
        else intakeLog.Write(outcome.BlobName, outcome.Arrival, outcome.Fault);
    }

    [LoggerMessage(EventId = 1010, Level = LogLevel.Warning, Message = "Storage failed again for {Name}; the next attempt is at {NextTry:u}")]
    private partial void FailedAgain(string name, DateTimeOffset nextTry, Exception? failure);

    [LoggerMessage(EventId = 1008, Level = LogLevel.Error, Message = "Gave up on {Name}: storage has failed for too long")]
    private partial void GivenUp(string name, Exception? failure);
}
