using System.Runtime.InteropServices;
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
    catch (OperationCanceledException)
    {
        return 0;
    }

    void Stop(PosixSignalContext signal)
    {
        // Not at once: what was started is stopped in its order.
        signal.Cancel = true;
        stop.Cancel();
    }
}
catch (UsageException wrong)
{
    Console.Error.WriteLine($"{wrong.Message} See eng/run --help.");
    return 2;
}
catch (Exception failure) when (failure is RunException or InvalidOperationException or HttpRequestException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
