using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OneMachine;

/// <summary>The storage emulator as a child process, on ports that the system picks.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    // Published with every emulator; it opens nothing but a developer's own data.
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

    /// <summary>Completes when the emulator ends, whoever ended it.</summary>
    public Task Ended => _process.Ended;

    /// <param name="data">The folder that holds its data; it is made if need be.</param>
    /// <param name="withMovableClock">Whether <see cref="PassElevenMinutes"/> works.</param>
    /// <exception cref="InvalidOperationException">Azurite is not installed, or did not start; the message says what to do.</exception>
    public static async Task<Azurite> Start(string data, bool withMovableClock = false, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(data);
        // Today's SDKs speak a newer service version than this Azurite knows.
        string[] arguments =
        [
            .. withMovableClock ? ["--require", Path.Combine(Repository.Root, "eng", "azurite", "clock.cjs")] : Array.Empty<string>(),
            FindScript(), "--silent", "--location", data, "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        var services = new Dictionary<string, string>();
        var listening = new TaskCompletionSource<IReadOnlyDictionary<string, string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = data }, line =>
        {
            if (Listening().Match(line) is { Success: true } match) services[match.Groups["service"].Value] = match.Groups["url"].Value;
            if (services.Count == 3) listening.TrySetResult(services);
        });
        return new Azurite(process, await process.WaitUntil(listening.Task, "Azurite", cancellation));
    }

    /// <summary>
    /// Lets eleven minutes pass for the emulator, so that messages which a killed host held come back. At most once: signatures of
    /// requests tolerate a quarter of an hour.
    /// </summary>
    public async Task PassElevenMinutes()
    {
        using var kill = Process.Start("kill", ["-USR2", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0) throw new InvalidOperationException("The emulator could not be signalled.");
    }

    /// <summary>Asks for an orderly stop, in which it writes out what it holds.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string FindScript()
    {
        var folder = Path.Combine(Repository.Root, "eng", "azurite");
        return Directory.Exists(Path.Combine(folder, "node_modules", "azurite"))
            ? Path.Combine(folder, "start.cjs")
            : throw new InvalidOperationException($"Azurite is not installed: run `npm ci --prefix {folder}`, or eng/run or eng/test, which do.");
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<url>\S+)")]
    private static partial Regex Listening();
}
