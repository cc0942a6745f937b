using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LocalHost.Host.Timers;

/// <summary>Runs the functions that are triggered by time.</summary>
internal sealed class TimerListener(
    FunctionCatalog functions,
    FunctionInvoker invoker,
    IConfiguration configuration,
    IOptions<LocalHostOptions> options,
    TimeProvider time,
    ILogger<TimerListener> log) : BackgroundService, IManualRun
{
    private readonly List<TimerLoop> _loops = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (function, trigger) in functions.With<TimerTriggerAttribute>())
        {
            var schedule = Schedule.Parse(configuration.Resolve(trigger.Schedule, function), function);
            var notes = await HostContainer.Open(new BlobServiceClient(configuration.StorageOf(connection: null, function.Name)), cancellationToken);
            var note = notes.GetBlobClient(HostContainer.Path(options.Value, "timers", function) + "status");
            _loops.Add(new TimerLoop(function, trigger, schedule, new TimerNotes(note, time), invoker, time, log));
        }

        await base.StartAsync(cancellationToken);
    }

    public bool Listens(FunctionDescriptor function) => function.Trigger is TimerTriggerAttribute;

    public Task Run(FunctionDescriptor function, string? input, CancellationToken cancellation) =>
        _loops.Single(loop => loop.Function == function).RunNow(cancellation);

    public override void Dispose()
    {
        foreach (var loop in _loops) loop.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(_loops.Select(loop => loop.Run(stoppingToken)));
}
