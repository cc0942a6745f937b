using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Acceptance.App;

/// <summary>
/// The built app as a child process. It stops when this is disposed, and when the tests die: its standard input closes then.
/// </summary>
public sealed partial class FunctionsProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FunctionsProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public Uri Address => _listening.Task.Result;

    /// <summary>What it printed so far.</summary>
    public string Output => string.Join('\n', _output);

    public static async Task<FunctionsProcess> Start(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(Repository.FunctionsAssembly),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Repository.FunctionsAssembly);
        foreach (var (name, value) in settings) start.Environment[name] = value;

        var functions = new FunctionsProcess(start);
        functions._process.Start();
        functions._process.BeginOutputReadLine();
        functions._process.BeginErrorReadLine();
        var first = await Task.WhenAny(functions._listening.Task, functions._process.WaitForExitAsync(), Task.Delay(StartLimit));
        if (first == functions._listening.Task) return functions;

        await functions.DisposeAsync();
        throw new InvalidOperationException($"The app did not start:\n{functions.Output}");
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> Stop()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(StopLimit);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            try
            {
                await Stop();
            }
            catch (TimeoutException)
            {
                await Kill();
            }
        }
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match) _listening.TrySetResult(new Uri(match.Groups["url"].Value));
    }

    [GeneratedRegex(@"Listening on (?<url>http://\S+)")]
    private static partial Regex Listening();
}
