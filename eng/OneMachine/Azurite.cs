using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OneMachine;

/// <summary>The storage emulator as a child process, on ports chosen by the operating system.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    // The well-known key of every emulator. It gives access only to a developer's local data.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly ChildProcess _process;

    private Azurite(ChildProcess process, IReadOnlyDictionary<string, string> services)
    {
        _process = process;
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};" +
            $"BlobEndpoint={services["Blob"]}/{Account};QueueEndpoint={services["Queue"]}/{Account};TableEndpoint={services["Table"]}/{Account};";
    }

    public string ConnectionString { get; }

    /// <summary>Completes when the emulator exits for any reason.</summary>
    public Task Ended => _process.Ended;

    /// <param name="data">The folder for its data, which is created if necessary.</param>
    /// <param name="withMovableClock">Whether <see cref="PassElevenMinutes"/> works.</param>
    /// <exception cref="InvalidOperationException">Azurite is not installed or did not start; the message explains what to do.</exception>
    public static Task<Azurite> Start(string data, bool withMovableClock = false, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(data);
        return Start(["--location", data], data, withMovableClock, cancellation);
    }

    /// <summary>
    /// Starts one that writes nothing to disk. The usual one writes all that it has every five seconds, which takes most of its time when
    /// that is many megabytes.
    /// </summary>
    /// <exception cref="InvalidOperationException">Azurite is not installed or did not start; the message explains what to do.</exception>
    public static Task<Azurite> StartInMemory(CancellationToken cancellation = default) =>
        Start(["--inMemoryPersistence"], Path.GetTempPath(), withMovableClock: false, cancellation);

    private static async Task<Azurite> Start(string[] persistence, string folder, bool withMovableClock, CancellationToken cancellation)
    {
        // Current SDKs use a newer service version than this Azurite knows.
        string[] arguments =
        [
            .. withMovableClock ? ["--require", Path.Combine(Repository.Root, "eng", "azurite", "clock.cjs")] : Array.Empty<string>(),
            FindScript(), "--silent", .. persistence, "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        var services = new Dictionary<string, string>();
        var listening = new TaskCompletionSource<IReadOnlyDictionary<string, string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = folder }, line =>
        {
            if (Listening().Match(line) is { Success: true } match) services[match.Groups["service"].Value] = match.Groups["url"].Value;
            if (services.Count == 3) listening.TrySetResult(services);
        });
        return new Azurite(process, await process.WaitUntil(listening.Task, "Azurite", cancellation));
    }

    /// <summary>
    /// Advances the emulator's clock by eleven minutes, so that messages leased by a killed host become visible again. Call it at most
    /// once: request signatures tolerate a difference of 15 minutes.
    /// </summary>
    public async Task PassElevenMinutes()
    {
        using var kill = Process.Start("kill", ["-USR2", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0) throw new InvalidOperationException("The emulator could not be signaled.");
    }

    /// <summary>Requests a graceful stop, which flushes its data to disk.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string FindScript()
    {
        var folder = Path.Combine(Repository.Root, "eng", "azurite");
        return Directory.Exists(Path.Combine(folder, "node_modules", "azurite"))
            ? Path.Combine(folder, "start.cjs")
            : throw new InvalidOperationException($"Azurite is not installed. Run `npm ci --prefix {folder}`, or use eng/run or eng/test, which install it.");
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<url>\S+)")]
    private static partial Regex Listening();
}
