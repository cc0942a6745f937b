using System.Security.Cryptography;
using FunctionsHost.Rpc;

namespace FunctionsHost.Worker;

/// <summary>
/// Keeps one worker running. When it ends, its invocations fail, another one is started, and callers that need a worker wait for it.
/// If workers keep ending early, the supervisor gives up after some attempts: see <see cref="GivenUp"/>.
/// </summary>
internal sealed partial class WorkerSupervisor(LaunchOptions options, RpcServer rpc, ILoggerFactory loggers, TimeProvider time) : IAsyncDisposable
{
    // A file that crashes its worker at each of five attempts must not end the host.
    private const int EarlyEndsInARow = 10;
    private static readonly TimeSpan EarlyEnd = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TerminationLimit = TimeSpan.FromSeconds(5);

    private readonly ILogger _log = loggers.CreateLogger<WorkerSupervisor>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<string> _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource<WorkerChannel> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile WorkerProcess? _process;
    private volatile WorkerChannel? _channel;
    private readonly Lock _readiness = new();
    private int _invocations;
    private Task _supervision = Task.CompletedTask;

    /// <summary>Completes with the reason when workers keep ending early.</summary>
    public Task<string> GivenUp => _givenUp.Task;

    /// <summary>Invocations that wait for a worker or are running in one.</summary>
    public int Invocations => Volatile.Read(ref _invocations);

    /// <returns>The functions of the app.</returns>
    /// <exception cref="StartException">The first worker could not be started.</exception>
    public async Task<IReadOnlyList<FunctionMetadata>> Start(CancellationToken cancellation)
    {
        WorkerChannel channel;
        try
        {
            channel = await Launch(cancellation);
        }
        catch (WorkerLostException)
        {
            var process = _process!;
            await process.Ended;
            throw new StartException($"The app ended with the exit code {process.ExitCode} before it was ready; what it printed is above.");
        }

        _supervision = Supervise(channel);
        return channel.Functions;
    }

    /// <summary>The current worker; while another one starts, this waits for it.</summary>
    public Task<WorkerChannel> Channel(CancellationToken cancellation) => _ready.Task.WaitAsync(cancellation);

    /// <summary>Runs a function as soon as there is a worker.</summary>
    /// <exception cref="WorkerLostException">The worker ended before the function did.</exception>
    public async Task<Outcome> Invoke(Invocation invocation, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _invocations);
        try
        {
            return await (await Channel(cancellation)).Invoke(invocation, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _invocations);
        }
    }

    /// <summary>
    /// Ends the worker that runs an invocation at once, so that another one is started: its other invocations fail, too.
    /// If the invocation still waits for a worker, no worker is ended.
    /// </summary>
    public void RestartFor(string invocationId)
    {
        if (_channel?.IsRunning(invocationId) != true) return;
        Unready();
        _process?.Kill();
    }

    /// <summary>From now on a worker that ends is not replaced: Ctrl+C in a terminal reaches the worker, too.</summary>
    public void BeginStop() => _stopping.Cancel();

    /// <summary>Ends the worker. Its invocations get no result, as if this process had been killed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _channel?.Abandon();
        if (_process is { } process)
        {
            _channel?.Terminate();
            try
            {
                await process.Ended.WaitAsync(TerminationLimit);
            }
            catch (TimeoutException)
            {
                process.Kill();
                await process.Ended;
            }
        }

        await _supervision;
        _process?.Dispose();
        _stopping.Dispose();
    }

    private async Task<WorkerChannel> Launch(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stopping.Token);
        var channel = _channel = new WorkerChannel(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), loggers);
        rpc.Workers.Expect(channel);
        var process = _process = WorkerProcess.Start(options, rpc.Address, channel.WorkerId);
        _ = process.Ended.ContinueWith(_ => channel.OnLost(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await channel.Begin(options.AppFolder, limit.Token);
            if (channel.HttpAddress is { } address) await WorkerPort.WaitUntilOpen(address, limit.Token);
        }
        catch
        {
            process.Kill();
            throw;
        }

        LogReady(process.Id, channel.Functions.Count);
        _ready.TrySetResult(channel);
        return channel;
    }

    private async Task Supervise(WorkerChannel channel)
    {
        var earlyEnds = 0;
        WorkerChannel? current = channel;
        while (true)
        {
            var readyAt = time.GetTimestamp();
            if (current is not null) await current.Lost;
            Unready();

            if (_stopping.IsCancellationRequested)
            {
                FailWaiting();
                return;
            }

            // A worker that has lost its stream can't be used any more.
            using (var process = _process!)
            {
                process.Kill();
                await process.Ended;
                if (current is not null) LogEnded(process.Id, process.ExitCode);
            }

            earlyEnds = current is not null && time.GetElapsedTime(readyAt) > EarlyEnd ? 1 : earlyEnds + 1;
            if (earlyEnds >= EarlyEndsInARow)
            {
                GiveUp($"The worker ended {earlyEnds} times in a row.");
                return;
            }

            try
            {
                await Task.Delay(Pause(earlyEnds), time, _stopping.Token);
                current = await Launch(CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                FailWaiting();
                return;
            }
            catch (Exception failure)
            {
                LogNotStarted(failure);
                current = null;
            }
        }
    }

    // The first restarts follow at once: a crash is most often caused by a single file or request.
    private static TimeSpan Pause(int earlyEnds) =>
        earlyEnds <= 5 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 0.5 * Math.Pow(2, earlyEnds - 6)));

    // Callers that already wait continue to wait for the same task, which returns the next worker.
    private void Unready()
    {
        lock (_readiness)
        {
            if (_ready.Task.IsCompleted) _ready = new TaskCompletionSource<WorkerChannel>(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void GiveUp(string reason)
    {
        FailWaiting();
        _givenUp.TrySetResult(reason);
    }

    private void FailWaiting()
    {
        _ready.TrySetException(new WorkerLostException());
        // Marks the exception as observed, in case no caller is waiting.
        _ = _ready.Task.Exception;
    }

    [LoggerMessage(1, LogLevel.Information, "Worker {ProcessId} is ready with {Functions} functions.")]
    private partial void LogReady(int processId, int functions);

    [LoggerMessage(2, LogLevel.Error, "Worker {ProcessId} ended with the exit code {ExitCode}. Another one is started.")]
    private partial void LogEnded(int processId, int exitCode);

    [LoggerMessage(3, LogLevel.Error, "A worker could not be started.")]
    private partial void LogNotStarted(Exception failure);
}
