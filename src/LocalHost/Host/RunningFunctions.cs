using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace LocalHost.Host;

/// <summary>The functions that run beside any request: a stop waits for them, as long as it may.</summary>
internal sealed class RunningFunctions : IHostedService
{
    private readonly ConcurrentDictionary<Task, bool> _tasks = [];

    public void Track(Task task)
    {
        _tasks[task] = true;
        _ = task.ContinueWith(ended => _tasks.TryRemove(ended, out _), TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_tasks.Keys).WaitAsync(cancellationToken);
}
