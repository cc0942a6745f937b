using System.Collections.Concurrent;
using System.Diagnostics;
using OneMachine;

namespace Acceptance.App;

/// <summary>The built app, and all that it printed.</summary>
public sealed class FunctionsProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private readonly ChildProcess _process;
    private readonly ConcurrentQueue<string> _output;

    private FunctionsProcess(ChildProcess process, ConcurrentQueue<string> output, Uri address) => (_process, _output, Address) = (process, output, address);

    public Uri Address { get; }

    /// <summary>What it printed so far.</summary>
    public string Output => string.Join('\n', _output);

    public static async Task<FunctionsProcess> Start(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Functions]) { WorkingDirectory = Path.GetDirectoryName(Repository.Functions) };
        foreach (var (name, value) in settings) start.Environment[name] = value;

        var output = new ConcurrentQueue<string>();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(start, line =>
        {
            output.Enqueue(line);
            if (line.StartsWith(Listening, StringComparison.Ordinal)) listening.TrySetResult(new Uri(line[Listening.Length..]));
        });
        return new FunctionsProcess(process, output, await process.WaitUntil(listening.Task, "The app"));
    }

    /// <summary>Ends it as a power cut would.</summary>
    public Task Kill() => _process.Kill();

    /// <returns>Its exit code.</returns>
    public Task<int> Stop() => _process.Stop();

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
