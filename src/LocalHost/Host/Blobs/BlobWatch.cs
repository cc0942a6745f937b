using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace LocalHost.Host.Blobs;

/// <summary>Looks at one container again and again, and runs the function on each blob version that is new.</summary>
internal sealed partial class BlobWatch(
    FunctionDescriptor function, BlobPath path, BlobContainerClient container, Receipts receipts, BlobRunner runner, TimeProvider time, ILogger log)
{
    private readonly ConcurrentDictionary<string, Task> _running = [];
    private HashSet<string>? _ended;

    public FunctionDescriptor Function => function;

    public BlobRunner Runner => runner;

    /// <summary>Watches until it is cancelled, and returns when what it started has ended.</summary>
    public async Task Watch(TimeSpan every, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Look(cancellation);
                await Task.Delay(every, time, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Task.WhenAll(_running.Values);
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            _ended ??= await receipts.ReadEnded(cancellation);
            var seen = new HashSet<string>();
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                if (path.Match(blob.Name) is null || blob.Properties.ETag is not { } etag) continue;
                var version = BlobVersion.Of(path.Container, blob.Name, etag);
                seen.Add(version.Key);
                if (!HasEnded(version) && !_running.ContainsKey(version.Key)) Start(version, cancellation);
            }

            // Versions that are gone never come back: nothing has to be remembered of them.
            lock (_ended) _ended.IntersectWith(seen);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LookFailed(function.Name, path.Container, failure);
        }
    }

    private bool HasEnded(BlobVersion version)
    {
        lock (_ended!) return _ended.Contains(version.Key);
    }

    private void Start(BlobVersion version, CancellationToken cancellation)
    {
        var start = new TaskCompletionSource();
        _running[version.Key] = Run(start.Task, version, cancellation);
        start.SetResult();
    }

    private async Task Run(Task start, BlobVersion version, CancellationToken cancellation)
    {
        await start.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            if (await runner.Run(version, cancellation))
                lock (_ended!) _ended.Add(version.Key);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The next start takes it up.
        }
        catch (Exception failure)
        {
            // Of the host's own notes: the next look tries again.
            RunFailed(function.Name, version.Name, failure);
        }
        finally
        {
            _running.TryRemove(version.Key, out _);
        }
    }

    [LoggerMessage(EventId = 131, Level = LogLevel.Error, Message = "{Function} can't look into the container {Container}; it tries again")]
    private partial void LookFailed(string function, string container, Exception failure);

    [LoggerMessage(EventId = 132, Level = LogLevel.Error, Message = "{Function} could not be run on {Blob}; it is tried again")]
    private partial void RunFailed(string function, string blob, Exception failure);
}
