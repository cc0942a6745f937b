using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Runner;

/// <summary>The app as a child process. It stops when this does, however this ends: its standard input closes then.</summary>
internal sealed class FunctionsProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly bool _verbose;
    private readonly Task _output;
    private readonly ConcurrentQueue<string> _lastLines = [];
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FunctionsProcess(Process process, StreamWriter log, bool verbose)
    {
        (_process, _log, _verbose) = (process, log, verbose);
        Ended = process.WaitForExitAsync();
        _output = Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
    }

    /// <summary>Completes when the app ends, whoever ended it.</summary>
    public Task Ended { get; }

    /// <summary>What it said last, to show when it ends by itself.</summary>
    public async Task<string> LastWords()
    {
        await OutputIsRead();
        return string.Join(Environment.NewLine, _lastLines);
    }

    public static async Task<(FunctionsProcess Process, Uri Address)> Start(
        string connectionString, string key, int port, string log, bool verbose, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Functions])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AzureWebJobsStorage"] = connectionString,
                ["LocalHost__Key"] = key,
                // By name it listens on both loopback addresses, which it can't on a port that it chooses itself.
                ["LocalHost__Host"] = port == 0 ? "127.0.0.1" : "localhost",
                ["LocalHost__Port"] = port.ToString(CultureInfo.InvariantCulture),
                ["LocalHost__StopWithStandardInput"] = "true",
            },
        };
        start.Environment.TryAdd("DigestSchedule", "0 0 13 * * 1");
        var functions = new FunctionsProcess(
            Process.Start(start) ?? throw new RunException("The functions could not be started."), new StreamWriter(log, append: true) { AutoFlush = true }, verbose);
        try
        {
            var first = await Task.WhenAny(functions._listening.Task, functions.Ended).WaitAsync(StartLimit, cancellation);
            if (first != functions._listening.Task) throw new RunException($"The functions ended before they listened:{Environment.NewLine}{await functions.LastWords()}");
            return (functions, await functions._listening.Task);
        }
        catch (TimeoutException)
        {
            await functions.DisposeAsync();
            throw new RunException($"The functions did not listen within {StartLimit.TotalSeconds} seconds:{Environment.NewLine}{await functions.LastWords()}");
        }
        catch
        {
            await functions.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            try
            {
                await _process.WaitForExitAsync().WaitAsync(StopLimit);
            }
            catch (TimeoutException)
            {
                _process.Kill();
            }
        }

        await OutputIsRead();
        _process.Dispose();
        await _log.DisposeAsync();
    }

    // The end of a process is known before the last of its output is read. Who inherited its output may keep it open.
    private async Task OutputIsRead() => await Task.WhenAny(_output, Task.Delay(TimeSpan.FromSeconds(2)));

    private async Task Read(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (_log) _log.WriteLine(line);
            if (_verbose) Console.WriteLine(line);
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 20) _lastLines.TryDequeue(out _);
            if (line.StartsWith(Listening, StringComparison.Ordinal)) _listening.TrySetResult(new Uri(line[Listening.Length..]));
        }
    }
}
