using DetainerLedger.Storage.Intake;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Ingest;

/// <summary>
/// A dropped file has failed as often as the host tries: schedules it to be tried again. When this fails itself, the host leaves
/// the message hidden for ten minutes, and runs it again: a poison queue has none of its own.
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

    [LoggerMessage(EventId = 1006, Level = LogLevel.Warning, Message = "{Name} could not be taken in and is tried again at {NextTry:u}")]
    private partial void Scheduled(string name, DateTimeOffset nextTry);

    [LoggerMessage(EventId = 1007, Level = LogLevel.Information, Message = "{Name} failed, and is settled, deleted or waiting for a person by now")]
    private partial void NothingToTry(string name);

    [LoggerMessage(EventId = 1009, Level = LogLevel.Error, Message = "A message in the poison queue names no dropped file: {Message}")]
    private partial void Unknown(string message);
}
