using System.Runtime.InteropServices;

namespace FunctionsHost;

/// <summary>Cancels a token at the first request to stop, from the first moment of the process on.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
        [PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal)];

    public CancellationToken Stopping => _stopping.Token;

    public void Stop() => _stopping.Cancel();

    /// <summary>Takes the end of standard input as a request to stop: so the host never outlives who started it.</summary>
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
            // A terminal that was closed is an end too.
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
