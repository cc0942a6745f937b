using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace OneMachine;

/// <summary>
/// A child process that stops when its standard input ends: so it stops when this object is disposed, and also when this
/// process exits for any reason.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 20;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
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
        // Read to the end, since a full pipe would block the program.
        _output = Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
    }

    /// <summary>Completes when the program exits for any reason.</summary>
    public Task Ended { get; }

    public int Id => _process.Id;

    /// <param name="onLine">Receives each line of its output, one at a time.</param>
    /// <param name="stopRequest">The way to request a stop.</param>
    public static ChildProcess Start(ProcessStartInfo start, Action<string> onLine, StopRequest stopRequest = StopRequest.EndOfInput)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} could not be started."), onLine, stopRequest);
    }

    /// <summary>Waits until the program is ready, and stops it if it isn't ready in time.</summary>
    /// <param name="name">The name of the program in the message.</param>
    /// <exception cref="InvalidOperationException">It exited or was not ready in time; the message includes the end of its output.</exception>
    public async Task<T> WaitUntil<T>(Task<T> ready, string name, CancellationToken cancellation = default)
    {
        try
        {
            if (await Task.WhenAny(ready, Ended).WaitAsync(StartLimit, cancellation) == ready) return await ready;
            throw new InvalidOperationException($"{name} exited before it was ready:{Environment.NewLine}{await LastWords()}");
        }
        catch (TimeoutException)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"{name} was not ready within {StartLimit.TotalSeconds} seconds:{Environment.NewLine}{await LastWords()}");
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>The end of its output, to show when it exits unexpectedly.</summary>
    public async Task<string> LastWords()
    {
        await OutputIsRead();
        return string.Join(Environment.NewLine, _lastLines);
    }

    /// <summary>Requests a stop, and kills it if it doesn't stop in time.</summary>
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

    /// <summary>Kills it without a graceful stop.</summary>
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

    // A process can exit before its last output has been read. A child that inherited its output may keep it open.
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
