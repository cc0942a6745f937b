using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LocalHost.Host.Blobs;

/// <summary>Runs the functions that are triggered by blobs.</summary>
internal sealed class BlobListener(
    FunctionCatalog functions,
    FunctionInvoker invoker,
    HostFile host,
    IConfiguration configuration,
    IOptions<LocalHostOptions> options,
    TimeProvider time,
    ILogger<BlobListener> log) : BackgroundService, IManualRun
{
    private readonly SemaphoreSlim _slots = new(host.BlobsAtOnce);
    private readonly List<BlobWatch> _watches = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (function, trigger) in functions.With<BlobTriggerAttribute>()) _watches.Add(await Prepare(function, trigger, cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    public bool Listens(FunctionDescriptor function) => function.Trigger is BlobTriggerAttribute;

    /// <param name="input">The container and the blob: <c>reports/report.pdf</c>.</param>
    public Task Run(FunctionDescriptor function, string? input, CancellationToken cancellation)
    {
        var container = configuration.Resolve(((BlobTriggerAttribute)function.Trigger).BlobPath, function).Split('/')[0];
        return input?.StartsWith(container + "/", StringComparison.Ordinal) == true
            ? _watches.Single(watch => watch.Function == function).Runner.RunNow(input[(container.Length + 1)..], cancellation)
            : throw new InvalidOperationException($"{function.Name} runs on a blob: give its input as {container}/NAME.");
    }

    public override void Dispose()
    {
        _slots.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_watches.Select(watch => watch.Watch(TimeSpan.FromSeconds(options.Value.BlobPollSeconds), stoppingToken)));

    private async Task<BlobWatch> Prepare(FunctionDescriptor function, BlobTriggerAttribute trigger, CancellationToken cancellation)
    {
        BoundBlob.Check(function);
        var path = BlobPath.Parse(configuration.Resolve(trigger.BlobPath, function), function);
        var connection = configuration.StorageOf(trigger.Connection, function.Name);
        var storage = new BlobServiceClient(connection);
        var container = storage.GetBlobContainerClient(path.Container);
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var receipts = new Receipts(await HostContainer.Open(storage, cancellation), HostContainer.Path(options.Value, "receipts", function), time);
        var limits = new BlobRunner.Limits(_slots, host.PoisonBlobThreshold, TimeSpan.FromSeconds(options.Value.BlobRetrySeconds));
        var runner = new BlobRunner(function, path, container, receipts, new PoisonQueue(connection), invoker, limits, time, log);
        return new BlobWatch(function, path, container, receipts, runner, time, log);
    }
}
