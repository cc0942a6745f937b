using System.Globalization;
using OneMachine;

namespace Runner;

/// <summary>The functions in the requested host, with a log file of their output.</summary>
internal sealed class LoggedFunctions : IAsyncDisposable
{
    private readonly IFunctionsHost _host;
    private readonly StreamWriter _log;

    private LoggedFunctions(IFunctionsHost host, StreamWriter log) => (_host, _log) = (host, log);

    public Uri Address => _host.Address;

    /// <summary>Completes when the host exits for any reason.</summary>
    public Task Ended => _host.Ended;

    public Task<string> LastWords() => _host.LastWords();

    public static async Task<LoggedFunctions> Start(RunOptions options, string connectionString, string key, string log, CancellationToken cancellation)
    {
        var settings = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = connectionString,
            // The app has a page at /.
            ["AzureWebJobsDisableHomepage"] = "true",
            // Mondays at 13:00 UTC.
            ["DigestSchedule"] = Environment.GetEnvironmentVariable("DigestSchedule") is { Length: > 0 } schedule ? schedule : "0 0 13 * * 1",
        };
        if (options.Source is not null)
            foreach (var (name, value) in SourceSettings(options, options.Source)) settings[name] = value;
        var written = new StreamWriter(log, append: true) { AutoFlush = true };
        try
        {
            IFunctionsHost host = options.CoreTools
                ? await CoreTools.Start(options.Port, settings, Write, cancellation)
                : await FunctionsProcess.Start(HostOptions(options), [.. settings, new("FunctionsHost__FunctionKey", key)], Write, cancellation: cancellation);
            return new LoggedFunctions(host, written);
        }
        catch
        {
            await written.DisposeAsync();
            throw;
        }

        void Write(string line)
        {
            written.WriteLine(line);
            if (options.Verbose) Console.WriteLine(line);
        }
    }

    private static Dictionary<string, string> SourceSettings(RunOptions options, Uri source) => new()
    {
        ["Sources__0__Page"] = source.AbsoluteUri,
        ["Sources__0__Link"] = options.Link,
        ["Sources__0__MayBeFile"] = "true",
        ["Sources__0__Every"] = options.Every.ToString("c", CultureInfo.InvariantCulture),
        ["Sources__ConfirmAfter"] = options.Every.ToString("c", CultureInfo.InvariantCulture),
        ["Sources__AllowLocal"] = "true",
        ["Sources__Contact"] = Environment.GetEnvironmentVariable("Sources__Contact") is { Length: > 0 } contact
            ? contact
            : "run on one machine by eng/run",
        // A page of one's own needs no consideration.
        ["Sources__Pause"] = source.IsLoopback ? "00:00:00" : "00:00:01",
    };

    private static string[] HostOptions(RunOptions options) =>
        ["--port", options.Port.ToString(CultureInfo.InvariantCulture), "--host-id", "detainer-ledger"];

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _log.DisposeAsync();
    }
}
