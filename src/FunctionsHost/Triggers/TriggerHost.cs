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
    /// <summary>The container in which the real host keeps its records, too.</summary>
    public const string RecordContainer = "azure-webjobs-hosts";

    // The least that a lease may be: what a killed host held is free again after that, and another host looks as often. Azure takes a minute.
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan DrainInterval = TimeSpan.FromMilliseconds(50);

    private readonly IHost _host;
    private readonly WorkerSupervisor _workers;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    private TriggerHost(IHost host, WorkerSupervisor workers, TimeProvider time)
    {
        (_host, _workers, _time) = (host, workers, time);
        _log = host.Services.GetRequiredService<ILogger<TriggerHost>>();
    }

    public WebHooks WebHooks => _host.Services.GetRequiredService<WebHooks>();

    /// <exception cref="StartException">A trigger is wrong, or its storage is missing.</exception>
    public static TriggerHost Create(
        LaunchOptions options,
        HostJson hostJson,
        IReadOnlyList<FunctionMetadata> functions,
        DisabledFunctions disabled,
        WorkerSupervisor workers,
        StopSignals signals,
        TimeProvider time)
    {
        var methods = TriggerMethods.Create(functions);
        var host = new HostBuilder()
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
                jobs.Services.AddSingleton(signals);
                jobs.Services.AddSingleton(new FunctionCatalog(functions));
                jobs.Services.AddSingleton<WebHooks>();
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
            .Build();
        return new TriggerHost(host, workers, time);
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
    }

    /// <summary>Runs a function now, whatever triggers it. What comes of it is in the log.</summary>
    /// <param name="input">Blob: container/name. Queue: the message. Timer: not looked at.</param>
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

    /// <summary>Starts nothing new, and waits for what runs. As on the real host, blob and queue functions aren't cancelled.</summary>
    /// <returns>Whether everything has ended in time.</returns>
    public async Task<bool> Drain(TimeSpan limit)
    {
        using var cutOff = new CancellationTokenSource(limit, _time);
        try
        {
            await _host.Services.GetRequiredService<IDrainModeManager>().EnableDrainModeAsync(cutOff.Token).WaitAsync(cutOff.Token);
            while (_workers.Invocations > 0) await Task.Delay(DrainInterval, _time, cutOff.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>
    /// Only after a drain that came to its end: it cancels what runs. The SDK's host isn't stopped besides: a drain has stopped
    /// its listeners, and they don't bear a second time.
    /// </summary>
    public void Dispose() => _host.Dispose();

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
