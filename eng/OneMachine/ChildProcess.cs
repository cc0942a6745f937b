using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace OneMachine;

/// <summary>
/// A program that was started here and takes the end of its standard input as the request to stop: so it stops when this
/// is disposed, and also when this process dies, however it does.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 20;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly Action<string> _onLine;
    private readonly StopRequest _stopRequest;
    private readonly Task _output;
    private readonly ConcurrentQueue<string> _lastLines = [];

    private ChildProcess(Process process, Action<string> onLine, StopRequest stopRequest)
    {
        (_process, _onLine, _stopRequest) = (process, onLine, stopRequest);
        Ended = process.WaitForExitAsync();
        // Read to the end: a full pipe would stop the program.
        _output = Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
    }

    /// <summary>Completes when the program ends, whoever ended it.</summary>
    public Task Ended { get; }

    public int Id => _process.Id;

    /// <param name="onLine">Gets each line that it prints, one at a time.</param>
    /// <param name="stopRequest">How it is asked to stop.</param>
    public static ChildProcess Start(ProcessStartInfo start, Action<string> onLine, StopRequest stopRequest = StopRequest.EndOfInput)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} could not be started."), onLine, stopRequest);
    }

    /// <summary>Waits until the program is ready; one that isn't in time is stopped.</summary>
    /// <param name="name">What the message calls it.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready within a minute: the message has what it said last.</exception>
    public async Task<T> WaitUntil<T>(Task<T> ready, string name, CancellationToken cancellation = default)
    {
        try
        {
            if (await Task.WhenAny(ready, Ended).WaitAsync(StartLimit, cancellation) == ready) return await ready;
            throw new InvalidOperationException($"{name} ended before it listened:{Environment.NewLine}{await LastWords()}");
        }
        catch (TimeoutException)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"{name} did not listen within {StartLimit.TotalSeconds} seconds:{Environment.NewLine}{await LastWords()}");
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>What it said last, to show when it ends by itself.</summary>
    public async Task<string> LastWords()
    {
        await OutputIsRead();
        return string.Join(Environment.NewLine, _lastLines);
    }

    /// <summary>Asks it to stop, and ends it if it doesn't in time.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Stop()
    {
        await RequestStop();
        try
        {
            await Ended.WaitAsync(StopLimit);
        }
        catch (TimeoutException)
        {
            await Kill();
        }

        return _process.ExitCode;
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await Ended;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Ended.IsCompleted) await Stop();
        await OutputIsRead();
        _process.Dispose();
    }

    // The end of a process is known before the last of its output is read. Who inherited its output may keep it open.
    private async Task OutputIsRead() => await Task.WhenAny(_output, Task.Delay(TimeSpan.FromSeconds(2)));

    private async Task RequestStop()
    {
        if (_stopRequest == StopRequest.EndOfInput) _process.StandardInput.Close();
        else if (OperatingSystem.IsWindows()) _process.Kill(entireProcessTree: true);
        else
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }
    }

    private async Task Read(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (_lastLines)
            {
                _lastLines.Enqueue(line);
                if (_lastLines.Count > LinesKept) _lastLines.TryDequeue(out _);
                _onLine(line);
            }
        }
    }
}
