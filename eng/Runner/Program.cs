using System.Runtime.InteropServices;
using Azure;
using OneMachine;
using Runner;

try
{
    var options = RunOptions.Parse(args);
    using var stop = new CancellationTokenSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    try
    {
        return await new Session(options, stop, Console.Out).Run();
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        // The requested result was not produced.
        return options.Once ? 1 : 0;
    }

    void Stop(PosixSignalContext signal)
    {
        // Don't exit at once: the child processes are stopped in order.
        signal.Cancel = true;
        stop.Cancel();
    }
}
catch (UsageException wrong)
{
    Console.Error.WriteLine($"{wrong.Message} See eng/run --help.");
    return 2;
}
// Failures of the machine or the storage account, whose message is more useful than a stack trace.
catch (Exception failure) when (failure is RunException or DataFolderException or InvalidOperationException or HttpRequestException or OperationCanceledException
    or TimeoutException or IOException or UnauthorizedAccessException or RequestFailedException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
