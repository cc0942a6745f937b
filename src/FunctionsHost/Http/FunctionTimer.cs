using FunctionsHost.Worker;

namespace FunctionsHost.Http;

/// <summary>The time limit of one invocation (functionTimeout of host.json). An invocation that exceeds it is cancelled, and the worker restarted.</summary>
internal sealed partial class FunctionTimer : IAsyncDisposable
{
    private readonly ITimer? _timer;

    public FunctionTimer(string function, string invocationId, TimeSpan? limit, TimeProvider time, CancellationTokenSource stop, WorkerSupervisor workers, ILogger log)
    {
        if (limit is not { } due) return;
        _timer = time.CreateTimer(
            _ =>
            {
                LogTimeout(log, function, due);
                workers.RestartFor(invocationId);
                stop.Cancel();
            },
            null, due, Timeout.InfiniteTimeSpan);
    }

    // Waits for a callback that has begun: it uses objects that the caller disposes next.
    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(22, LogLevel.Error, "{Function} exceeded the time limit of {Limit}. The worker is restarted.")]
    private static partial void LogTimeout(ILogger log, string function, TimeSpan limit);
}
