using Azure.Storage.Blobs;
using FunctionsHost.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Timers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using FunctionMetadata = FunctionsHost.Rpc.FunctionMetadata;

namespace FunctionsHost.Triggers;

/// <summary>Microsoft's WebJobs SDK with its blob, queue and timer triggers, set up as the real host does.</summary>
internal sealed partial class TriggerHost : IDisposable
{
    /// <summary>The container in which the real host keeps its records.</summary>
    public const string RecordContainer = "azure-webjobs-hosts";

    // The minimum of a lease: leases of a killed host are free again after that, and other hosts check at the same interval. Azure uses a minute.
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan DrainInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FirstRestartPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRestartPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private readonly Func<ListenerFailure, IHost> _build;
    private readonly WorkerSupervisor _workers;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private ListenerFailure _failure = new();
    private volatile IHost _host;
    private Task _restarting = Task.CompletedTask;

    private TriggerHost(Func<ListenerFailure, IHost> build, WebHooks webHooks, WorkerSupervisor workers, TimeProvider time)
    {
        (_build, WebHooks, _workers, _time) = (build, webHooks, workers, time);
        _host = build(_failure);
        _log = _host.Services.GetRequiredService<ILoggerFactory>().CreateLogger<TriggerHost>();
    }

    public WebHooks WebHooks { get; }

    /// <exception cref="StartException">A trigger is invalid, or its storage is missing.</exception>
    public static TriggerHost Create(
        LaunchOptions options,
        HostJson hostJson,
        IReadOnlyList<FunctionMetadata> functions,
        DisabledFunctions disabled,
        WorkerSupervisor workers,
        TimeProvider time)
    {
        var (methods, webHooks) = (TriggerMethods.Create(functions), new WebHooks());
        return new TriggerHost(failure => new HostBuilder()
            .UseContentRoot(options.AppFolder)
            .ConfigureAppConfiguration(configuration => configuration
                .AddEnvironmentVariables()
                .Add(hostJson.ForWebJobs())
                .AddInMemoryCollection(disabled.ForWebJobs(functions.Select(function => function.Name))))
            .ConfigureLogging(logging => HostLogging.Configure(logging, hostJson))
            .ConfigureWebJobs(jobs =>
            {
                jobs.AddExecutionContextBinding();
                jobs.AddTimers();
                jobs.AddAzureStorageBlobs();
                jobs.AddAzureStorageQueues();
                jobs.Services.AddSingleton<IHostLifetime, NoLifetime>();
                jobs.Services.AddSingleton<ITypeLocator>(new OneType(methods));
                jobs.Services.AddSingleton<IHostIdProvider>(new HostId(options.HostId));
                jobs.Services.AddSingleton(workers);
                jobs.Services.AddSingleton(failure);
                jobs.Services.AddSingleton(new FunctionCatalog(functions));
                jobs.Services.AddSingleton(webHooks);
#pragma warning disable CS0618 // See WebHooks and BlobLeaseLocks.
                jobs.Services.Replace(ServiceDescriptor.Singleton<IDistributedLockManager>(services => new BlobLeaseLocks(Records(services.GetRequiredService<IConfiguration>()))));
                jobs.Services.AddSingleton<IWebHookProvider>(services => services.GetRequiredService<WebHooks>());
#pragma warning restore CS0618
                jobs.Services.Replace(ServiceDescriptor.Singleton<IWebJobsExceptionHandler, WorkerTimeouts>());
                jobs.Services.Replace(ServiceDescriptor.Singleton<ScheduleMonitor>(
                    services => new ScheduleStatusBlobs(Records(services.GetRequiredService<IConfiguration>()), options)));
                jobs.Services.Configure<SingletonOptions>(singleton => singleton.ListenerLockPeriod = singleton.ListenerLockRecoveryPollingInterval = TakeOver);
            })
            .ConfigureServices(services =>
            {
                if (hostJson.FunctionTimeout is not { } limit) return;
                services.Configure<JobHostFunctionTimeoutOptions>(timeout => (timeout.Timeout, timeout.ThrowOnTimeout, timeout.TimeoutWhileDebugging) = (limit, true, true));
            })
            .Build(), webHooks, workers, time);
    }

    public static BlobContainerClient Records(IConfiguration configuration) =>
        new(configuration["AzureWebJobsStorage"] ?? throw new StartException("AzureWebJobsStorage is not set: blob and timer triggers need a storage account."), RecordContainer);

    public async Task Start(CancellationToken cancellation)
    {
        try
        {
            await _host.StartAsync(cancellation);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StartException))
        {
            throw new StartException($"The triggers could not be started: {StartException.Explain(failure)}", failure);
        }

        _restarting = RestartWhenListenersFail(cancellation);
    }

    /// <summary>Runs a function now, whatever its trigger. The result is in the log.</summary>
    /// <param name="input">Blob: container/name. Queue: the message. Timer: ignored.</param>
    public void RunNow(FunctionMetadata function, string? input) => _ = Task.Run(async () =>
    {
        try
        {
            await _host.Services.GetRequiredService<IJobHost>().CallAsync(function.Name, new Dictionary<string, object?> { [function.TriggerName] = input });
        }
        catch (Exception failure)
        {
            LogRunFailed(function.Name, failure.Message);
        }
    });

    /// <summary>Starts nothing new, and waits for running functions. As on the real host, blob and queue functions aren't cancelled.</summary>
    /// <returns>Whether all of them ended in time.</returns>
    public async Task<bool> Drain(TimeSpan limit)
    {
        using var cutOff = new CancellationTokenSource(limit, _time);
        try
        {
            await _restarting;
            await StopListeners(cutOff.Token);
            while (_workers.Invocations > 0) await Task.Delay(DrainInterval, _time, cutOff.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task StopListeners(CancellationToken cancellation)
    {
        try
        {
            await _host.Services.GetRequiredService<IDrainModeManager>().EnableDrainModeAsync(cancellation).WaitAsync(cancellation);
        }
        catch (InvalidOperationException alreadyStopped)
        {
            // Blob functions share a queue's listener, which the SDK stops twice if two of them end at once.
            LogStopped(alreadyStopped.Message);
        }
    }

    // A listener that failed, as each does when its storage is unavailable, doesn't recover by itself. The real host restarts its
    // triggers, too, and responds to HTTP meanwhile.
    private async Task RestartWhenListenersFail(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                LogListenerFailed(await _failure.Happened.WaitAsync(stopping));
                await Discard(_host, stopping);
                await StartAnew(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host is stopping, and so is this loop.
        }
    }

    private async Task StartAnew(CancellationToken stopping)
    {
        for (var pause = FirstRestartPause; ; pause = pause * 2 < LongestRestartPause ? pause * 2 : LongestRestartPause)
        {
            await Task.Delay(pause, _time, stopping);
            _failure = new ListenerFailure();
            var host = _build(_failure);
            try
            {
                await host.StartAsync(stopping);
                _host = host;
                LogRestarted();
                return;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                LogNotRestarted(failure.Message);
                await Discard(host, stopping);
            }
        }
    }

    private async Task Discard(IHost host, CancellationToken stopping)
    {
        try
        {
            await host.StopAsync(stopping).WaitAsync(StopLimit, _time, stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            LogStopped(failure.Message);
        }

        try
        {
            // It waits for what StopAsync may still be doing, and fails when both do the same. Neither may prevent the next start.
            await Task.Run(host.Dispose, CancellationToken.None).WaitAsync(StopLimit, _time, stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            LogStopped(failure.Message);
        }
    }

    /// <summary>
    /// Only after a completed drain: it cancels running functions. The SDK's host isn't stopped in addition: a drain has stopped
    /// its listeners, and they can't be stopped twice.
    /// </summary>
    public void Dispose() => _host.Dispose();

    [LoggerMessage(41, LogLevel.Error, "A listener failed. The triggers are started anew.")]
    private partial void LogListenerFailed(Exception failure);

    [LoggerMessage(42, LogLevel.Warning, "The triggers could not be started, and are tried again: {Reason}")]
    private partial void LogNotRestarted(string reason);

    [LoggerMessage(43, LogLevel.Information, "The triggers listen again.")]
    private partial void LogRestarted();

    [LoggerMessage(44, LogLevel.Warning, "The triggers did not stop in order: {Reason}")]
    private partial void LogStopped(string reason);

    [LoggerMessage(40, LogLevel.Error, "{Function}, run by hand, failed: {Reason}")]
    private partial void LogRunFailed(string function, string reason);

    private sealed class OneType(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    private sealed class HostId(string id) : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(id);
    }
}
