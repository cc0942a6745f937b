using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using OneMachine;

namespace Runner;

/// <summary>The app in Azure Functions Core Tools, Microsoft's host for development machines.</summary>
internal sealed class CoreTools : IFunctionsHost
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly ChildProcess _process;

    private CoreTools(ChildProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public Task Ended => _process.Ended;

    public Task<string> LastWords() => _process.LastWords();

    /// <exception cref="RunException">Core Tools are not installed, or no port was chosen.</exception>
    public static async Task<CoreTools> Start(
        int port, IEnumerable<KeyValuePair<string, string>> settings, Action<string> onLine, CancellationToken cancellation)
    {
        if (port == 0) throw new RunException("Azure Functions Core Tools can't choose a port. Specify one with --port.");
        var start = new ProcessStartInfo("func", ["host", "start", "--no-build", "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = Path.GetDirectoryName(Repository.Functions),
            Environment = { ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated" },
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        ChildProcess process;
        try
        {
            process = ChildProcess.Start(start, onLine, StopRequest.Signal);
        }
        catch (Win32Exception)
        {
            throw new RunException("Azure Functions Core Tools are not installed (func was not found). See https://learn.microsoft.com/azure/azure-functions/functions-run-local, or omit --host.");
        }

        var address = new Uri($"http://localhost:{port}");
        return new CoreTools(process, await process.WaitUntil(Running(address, cancellation), "Azure Functions Core Tools", cancellation));
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<Uri> Running(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                var status = await http.GetFromJsonAsync<JsonElement>(new Uri("admin/host/status", UriKind.Relative), cancellation);
                if (status.TryGetProperty("state", out var state) && state.GetString() == "Running") return address;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or JsonException)
            {
                // It isn't listening yet, or returns 503 while it starts.
            }

            await Task.Delay(PollInterval, cancellation);
        }
    }
}
