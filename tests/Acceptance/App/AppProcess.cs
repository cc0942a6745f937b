using System.Collections.Concurrent;
using OneMachine;

namespace Acceptance.App;

/// <summary>The built app under the local host, and all that both printed.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private readonly FunctionsProcess _process;
    private readonly ConcurrentQueue<string> _output;

    private AppProcess(FunctionsProcess process, ConcurrentQueue<string> output) => (_process, _output) = (process, output);

    public Uri Address => _process.Address;

    /// <summary>What it printed so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <inheritdoc cref="FunctionsProcess.Start"/>
    public static async Task<AppProcess> Start(IEnumerable<string> options, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var output = new ConcurrentQueue<string>();
        return new AppProcess(await FunctionsProcess.Start(options, settings, output.Enqueue), output);
    }

    /// <summary>Ends the host as a power cut would, and with it the worker.</summary>
    public Task Kill() => _process.Kill();

    /// <returns>Its exit code.</returns>
    public Task<int> Stop() => _process.Stop();

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
