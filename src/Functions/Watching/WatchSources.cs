using DetainerLedger.Watching.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Watching;

/// <summary>Looks at the sources that are due. An additional run, also on another instance, has no effect.</summary>
public sealed class WatchSources(Watcher watcher, WatchLog log)
{
    [Function("WatchSources")]
    public async Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (watcher.HasSources) log.Write(await watcher.LookAtDue(cancellation));
        else log.NoSources();
    }
}
