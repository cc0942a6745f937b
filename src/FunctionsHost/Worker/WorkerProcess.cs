using System.Diagnostics;
using System.Globalization;

namespace FunctionsHost.Worker;

/// <summary>One process of the app. It ends when this process does, however this process ends.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const string OwnSettings = "FunctionsHost__";

    private readonly Process _process;

    private WorkerProcess(Process process)
    {
        _process = process;
        Ended = Task.WhenAll(process.WaitForExitAsync(), Copy(process.StandardOutput), Copy(process.StandardError));
    }

    /// <summary>Completes when it has ended and the last of its output is written.</summary>
    public Task Ended { get; }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public static WorkerProcess Start(LaunchOptions options, Uri rpc, string workerId)
    {
        var hook = Path.Combine(AppContext.BaseDirectory, "FunctionsHost.Watch.dll");
        if (!File.Exists(hook)) throw new StartException($"{hook} is missing: without it a worker could outlive its host.");
        var messageLength = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = options.AppFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                options.App, "--functions-uri", rpc.ToString(), "--functions-worker-id", workerId, "--functions-request-id", workerId,
                "--functions-grpc-max-message-length", messageLength,
            },
            Environment =
            {
                ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
                // The worker finds its routes and its host.json by these variables.
                ["FUNCTIONS_APPLICATION_DIRECTORY"] = options.AppFolder,
                ["FUNCTIONS_WORKER_DIRECTORY"] = options.AppFolder,
                ["DOTNET_STARTUP_HOOKS"] = hook,
            },
        };
        // Keys are checked by the host, on Azure too.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith(OwnSettings, StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        return new WorkerProcess(Process.Start(start) ?? throw new StartException("dotnet could not be started."));
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already ended.
        }
    }

    public void Dispose() => _process.Dispose();

    // Unchanged: the format of the app's own lines is up to the app.
    private static async Task Copy(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line) Console.WriteLine(line);
    }
}
