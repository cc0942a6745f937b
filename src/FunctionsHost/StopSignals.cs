using System.Runtime.InteropServices;

namespace FunctionsHost;

/// <summary>Cancels a token at the first request to stop, from the start of the process.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
        [PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal)];

    public CancellationToken Stopping => _stopping.Token;

    public void Stop() => _stopping.Cancel();

    /// <summary>Treats the end of standard input as a request to stop: so the host never outlives the process that started it.</summary>
    public void WatchInput() => new Thread(() =>
    {
        try
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
            }
        }
        catch (IOException)
        {
            // A closed terminal is an end of input too.
        }

        Stop();
    })
    { IsBackground = true, Name = "Standard input" }.Start();

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        Stop();
    }
}
