using DetainerLedger.History;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Ingest;

/// <summary>Logs a warning every day while no reports arrive. An alert selects it, since Azure alerts can't look back two weeks.</summary>
public sealed partial class WatchForSilence(IIndexReader ledger, TimeProvider time, ILogger<WatchForSilence> log)
{
    [Function("WatchForSilence")]
    public async Task Run([TimerTrigger("0 0 12 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if ((await ledger.ReadIndex(cancellation)).Now.SilentSince(time.GetUtcNow()) is { } last) Silent(last);
    }

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "No report has been published since {Last:yyyy-MM-dd}")]
    private partial void Silent(DateTimeOffset last);
}
