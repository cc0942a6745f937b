using System.Runtime.CompilerServices;
using FunctionsHost;
using FunctionsHost.Events;
using FunctionsHost.Http;
using FunctionsHost.Rpc;
using FunctionsHost.Triggers;
using FunctionsHost.Worker;

[assembly: InternalsVisibleTo("FunctionsHost.Tests")]

const int Stopped = 0, Failed = 1, Misused = 2;

if (CommandLine.AsksForHelp(args))
{
    using var help = new StreamReader(typeof(CommandLine).Assembly.GetManifestResourceStream("help.txt")!);
    Console.Write(help.ReadToEnd());
    return Stopped;
}

LaunchOptions options;
try
{
    options = CommandLine.Parse(args);
}
catch (CommandLineException failure)
{
    Console.Error.WriteLine($"{failure.Message} See --help.");
    return Misused;
}

using var signals = new StopSignals();
if (options.StopsWithInput) signals.WatchInput();
try
{
    return await Run(options, signals);
}
catch (StartException failure)
{
    Console.Error.WriteLine(failure.Message);
    return Failed;
}
catch (OperationCanceledException) when (signals.Stopping.IsCancellationRequested)
{
    return Stopped;
}

static async Task<int> Run(LaunchOptions options, StopSignals signals)
{
    var time = TimeProvider.System;
    var stopping = signals.Stopping;
    var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
    var hostJson = HostJson.Read(options.AppFolder);
    using var loggers = LoggerFactory.Create(logging => HostLogging.Configure(logging, hostJson));

    // The port is opened last, so that each response comes from an app that is ready.
    await using var rpc = await RpcServer.Start(hostJson, stopping);
    await using var workers = new WorkerSupervisor(options, rpc, loggers, time);
    var functions = await workers.Start(stopping);
    if (functions.Count == 0) throw new StartException($"{options.App} has no functions.");
    var disabled = new DisabledFunctions(environment);
    var triggers = TriggerHost.Create(options, hostJson, functions, disabled, workers, time);
    await using var frontEnd = FrontEnd.Create(options, hostJson, functions, disabled, workers, triggers, environment, time);
    await triggers.Start(stopping);
    var subscriptions = options.MakesEvents ? functions.Select(function => BlobSubscription.Of(function, environment)).OfType<BlobSubscription>().ToArray() : [];
    var events = subscriptions.Length > 0
        ? BlobEvents.Run(subscriptions, TriggerHost.Records(environment), triggers.WebHooks, options, time, loggers.CreateLogger<BlobEvents>(), stopping)
        : Task.CompletedTask;
    await frontEnd.Listen(stopping);
    Console.WriteLine($"Listening on {frontEnd.Address}");

    var asked = Task.Delay(Timeout.Infinite, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
    var failed = await Task.WhenAny(asked, workers.GivenUp) == workers.GivenUp;
    if (failed) Console.Error.WriteLine($"{await workers.GivenUp} The host stops.");
    signals.Stop();
    workers.BeginStop();

    // Nothing new begins; running invocations have until the limit. One that is aborted then counts as an attempt, as on Azure: so the
    // triggers aren't stopped in that case, which would cancel their functions and return their messages.
    await events;
    var limit = failed ? TimeSpan.Zero : options.StopTimeout;
    var drained = await Task.WhenAll(DrainRequests(frontEnd, limit), triggers.Drain(limit));
    if (drained.All(inTime => inTime)) triggers.Dispose();
    return failed ? Failed : Stopped;
}

static async Task<bool> DrainRequests(FrontEnd frontEnd, TimeSpan limit)
{
    await frontEnd.Drain(limit);
    return true;
}
