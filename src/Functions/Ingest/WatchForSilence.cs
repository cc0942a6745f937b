using DetainerLedger.History;
using DetainerLedger.Watching;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Ingest;

/// <summary>
/// Logs a warning every day while no reports arrive. An alert selects it, since Azure alerts can't look back two weeks. It says whether
/// the sources were looked at and had nothing, or could not be looked at.
/// </summary>
public sealed partial class WatchForSilence(IIndexReader ledger, ICaptureStore captures, TimeProvider time, ILogger<WatchForSilence> log)
{
    [Function("WatchForSilence")]
    public async Task Run([TimerTrigger("0 0 12 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if ((await ledger.ReadIndex(cancellation)).Now.SilentSince(time.GetUtcNow()) is not { } last) return;
        Silent(last);
        foreach (var source in await captures.ListSources(cancellation))
        {
            if (source.LastError is { } error) CouldNotBeLookedAt(source.Source, source.LastReadAt, error);
            else LookedAt(source.Source, source.LastReadAt, source.LastChangeAt);
        }
    }

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "No report has been published since {Last:yyyy-MM-dd}")]
    private partial void Silent(DateTimeOffset last);

    [LoggerMessage(EventId = 1013, Level = LogLevel.Information, Message = "The source {Source} was looked at, last at {ReadAt:u}, and had nothing new since {ChangedAt:u}")]
    private partial void LookedAt(string source, DateTimeOffset? readAt, DateTimeOffset? changedAt);

    [LoggerMessage(EventId = 1014, Level = LogLevel.Warning, Message = "The source {Source} could not be looked at ({Error}); it last answered at {ReadAt:u}")]
    private partial void CouldNotBeLookedAt(string source, DateTimeOffset? readAt, string error);
}
