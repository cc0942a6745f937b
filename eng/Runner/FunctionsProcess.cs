using System.Diagnostics;
using System.Globalization;
using OneMachine;

namespace Runner;

/// <summary>The app, and the log of what it says.</summary>
internal sealed class FunctionsProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private readonly ChildProcess _process;
    private readonly StreamWriter _log;

    private FunctionsProcess(ChildProcess process, StreamWriter log, Uri address) => (_process, _log, Address) = (process, log, address);

    public Uri Address { get; }

    /// <summary>Completes when the app ends, whoever ended it.</summary>
    public Task Ended => _process.Ended;

    public TimeSpan ProcessorTime => _process.ProcessorTime;

    public Task<string> LastWords() => _process.LastWords();

    public static async Task<FunctionsProcess> Start(
        string connectionString, string key, int port, string log, bool verbose, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Functions])
        {
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

        var written = new StreamWriter(log, append: true) { AutoFlush = true };
        try
        {
            var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
            var process = ChildProcess.Start(start, line =>
            {
                written.WriteLine(line);
                if (verbose) Console.WriteLine(line);
                if (line.StartsWith(Listening, StringComparison.Ordinal)) listening.TrySetResult(new Uri(line[Listening.Length..]));
            });
            return new FunctionsProcess(process, written, await process.WaitUntil(listening.Task, "The functions", cancellation));
        }
        catch
        {
            await written.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _log.DisposeAsync();
    }
}
