using System.Diagnostics;

namespace OneMachine;

/// <summary>The built app in the local functions host, which starts Microsoft's worker as a separate process.</summary>
public sealed class FunctionsProcess : IFunctionsHost
{
    private const string Listening = "Listening on ";

    private readonly ChildProcess _process;

    private FunctionsProcess(ChildProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public Task Ended => _process.Ended;

    /// <summary>The host's process; the worker is its child.</summary>
    public int Id => _process.Id;

    /// <param name="options">The options of the host, as listed by its <c>--help</c>.</param>
    /// <param name="settings">Environment variables for the host and the worker.</param>
    /// <param name="onLine">Receives each line of output of either process, one at a time.</param>
    /// <param name="app">The app's assembly. The default is the ledger's.</param>
    /// <exception cref="InvalidOperationException">It exited or wasn't ready in time; the message includes the end of its output.</exception>
    public static async Task<FunctionsProcess> Start(
        IEnumerable<string> options,
        IEnumerable<KeyValuePair<string, string>> settings,
        Action<string> onLine,
        string? app = null,
        CancellationToken cancellation = default)
    {
        app ??= Repository.Functions;
        var start = new ProcessStartInfo("dotnet", [Repository.FunctionsHost, app, "--stop-with-input", .. options])
        {
            WorkingDirectory = Path.GetDirectoryName(app),
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;

        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(start, line =>
        {
            onLine(line);
            if (line.StartsWith(Listening, StringComparison.Ordinal)) listening.TrySetResult(new Uri(line[Listening.Length..]));
        });
        return new FunctionsProcess(process, await process.WaitUntil(listening.Task, "The functions", cancellation));
    }

    public Task<string> LastWords() => _process.LastWords();

    /// <inheritdoc cref="ChildProcess.Kill"/>
    public Task Kill() => _process.Kill();

    /// <inheritdoc cref="ChildProcess.Stop"/>
    public Task<int> Stop() => _process.Stop();

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
