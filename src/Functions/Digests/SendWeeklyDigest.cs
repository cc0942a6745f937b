using DetainerLedger.Digests;
using DetainerLedger.Functions.Delivery;
using DetainerLedger.History;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Digests;

/// <summary>Composes the digest of the newest week that has none. An additional run has no effect.</summary>
public sealed partial class SendWeeklyDigest(WeeklyDigest digests, DispatchRequests dispatches, ILogger<SendWeeklyDigest> log)
{
    [Function("SendWeeklyDigest")]
    public async Task Run([TimerTrigger("%DigestSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        if (timer.IsPastDue) RunsLate();
        if (await digests.ComposeNext(cancellation, Failed) is { } digest)
        {
            Composed(digest.Week, digest.Revision);
            await dispatches.Send(cancellation);
        }
        else NothingIsDue();
    }

    private void Failed(Revision revision, Exception failure) => Failed(revision.Week, revision.Number, failure);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Error, Message = "The digest of the week of {Week:yyyy-MM-dd}, revision {Revision}, could not be composed")]
    private partial void Failed(DateOnly week, int revision, Exception failure);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Composed the digest of the week of {Week:yyyy-MM-dd}, revision {Revision}")]
    private partial void Composed(DateOnly week, int revision);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "Every week has a digest")]
    private partial void NothingIsDue();

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "The schedule was missed; this run is late")]
    private partial void RunsLate();
}
