using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LocalStorage;

/// <summary>
/// The storage emulator as a child process, on ports that the system picks.
/// It stops when this is disposed, and also when this process dies: its standard input closes then.
/// </summary>
public sealed partial class Azurite : IAsyncDisposable
{
    // Published with every emulator; it opens nothing but a developer's own data.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private readonly Process _process;

    private Azurite(Process process, string blobs, string queues, string tables)
    {
        _process = process;
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};" +
            $"BlobEndpoint={blobs}/{Account};QueueEndpoint={queues}/{Account};TableEndpoint={tables}/{Account};";
    }

    public string ConnectionString { get; }

    public int ProcessId => _process.Id;

    /// <summary>Completes when the emulator ends, whoever ended it.</summary>
    public Task Exited => _process.WaitForExitAsync();

    /// <param name="data">The folder that holds its data; it is made if need be.</param>
    /// <exception cref="InvalidOperationException">Azurite is not installed, or did not start; the message says what to do.</exception>
    public static async Task<Azurite> Start(string data, CancellationToken cancellation = default)
    {
        var script = Path.Combine(FindInstallation(), "start.cjs");
        Directory.CreateDirectory(data);
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data,
        };
        // Today's SDKs speak a newer service version than this Azurite knows.
        foreach (var argument in new[]
                 {
                     script, "--silent", "--location", data, "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
                     "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", "--skipApiVersionCheck", "--disableTelemetry",
                 })
            start.ArgumentList.Add(argument);

        var process = Process.Start(start) ?? throw new InvalidOperationException("Could not start `node`: install Node.js 20.");
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(StartLimit);
            var endpoints = await ReadEndpoints(process.StandardOutput, limit.Token);
            if (endpoints is null) throw new InvalidOperationException($"Azurite ended before it listened: {(await errors).Trim()}");
            // Keep reading: a full pipe would stop the emulator.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new Azurite(process, endpoints["Blob"], endpoints["Queue"], endpoints["Table"]);
        }
        catch
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // Closing its input asks for an orderly stop, in which it writes out what it holds.
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

        _process.Dispose();
    }

    private static async Task<Dictionary<string, string>?> ReadEndpoints(StreamReader output, CancellationToken cancellation)
    {
        var endpoints = new Dictionary<string, string>();
        while (endpoints.Count < 3)
        {
            if (await output.ReadLineAsync(cancellation) is not { } line) return null;
            if (Listening().Match(line) is { Success: true } match) endpoints[match.Groups["service"].Value] = match.Groups["url"].Value;
        }

        return endpoints;
    }

    private static string FindInstallation()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "eng", "azurite");
            if (!File.Exists(Path.Combine(candidate, "start.cjs"))) continue;
            return Directory.Exists(Path.Combine(candidate, "node_modules", "azurite"))
                ? candidate
                : throw new InvalidOperationException($"Azurite is not installed: run `npm ci --prefix {candidate}`, or eng/run or eng/test, which do.");
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds eng/azurite.");
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<url>\S+)")]
    private static partial Regex Listening();
}
