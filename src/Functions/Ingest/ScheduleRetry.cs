using DetainerLedger.Storage.Intake;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Ingest;

/// <summary>
/// Schedules a retry for a dropped file on which the host has given up. If this function fails too, the host keeps the message
/// hidden for ten minutes and runs it again: a poison queue has no poison queue of its own.
/// </summary>
public sealed partial class ScheduleRetry(ReportRetries retries, ILogger<ScheduleRetry> log)
{
    // In characters.
    private const int LongestQuote = 500;

    [Function("ScheduleRetry")]
    public async Task Run([QueueTrigger(PoisonMessage.Queue)] string message, CancellationToken cancellation)
    {
        if (PoisonMessage.FindBlobName(message) is not { } blobName) Unknown(message.Length <= LongestQuote ? message : message[..LongestQuote]);
        else if (await retries.Schedule(blobName, cancellation) is { } nextTry) Scheduled(blobName, nextTry);
        else NothingToTry(blobName);
    }

    [LoggerMessage(EventId = 1006, Level = LogLevel.Warning, Message = "{Name} could not be ingested; the next attempt is at {NextTry:u}")]
    private partial void Scheduled(string name, DateTimeOffset nextTry);

    [LoggerMessage(EventId = 1007, Level = LogLevel.Information, Message = "{Name} had failed, but has since been settled, deleted, or left waiting for an operator")]
    private partial void NothingToTry(string name);

    [LoggerMessage(EventId = 1009, Level = LogLevel.Error, Message = "A message in the poison queue does not name a dropped file: {Message}")]
    private partial void Unknown(string message);
}
