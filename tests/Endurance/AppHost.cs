using System.Diagnostics;
using OneMachine;

namespace Endurance;

/// <summary>One host of the app, which can be killed and started again.</summary>
internal sealed class AppHost(string connectionString, string hostId, IReadOnlyDictionary<string, string> settings, Action<string> onLine) : IAsyncDisposable
{
    public const string Key = "endurance";

    private FunctionsProcess? _process;

    /// <summary>Null while it doesn't run.</summary>
    public Uri? Address { get; private set; }

    public int? ProcessId => _process?.Id;

    public async Task Start()
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = await FunctionsProcess.Start(
            ["--port", "0", "--host-id", hostId],
            new Dictionary<string, string>(settings)
            {
                ["AzureWebJobsStorage"] = connectionString,
                ["FunctionsHost__FunctionKey"] = Key,
                ["DigestSchedule"] = "0 0 13 * * 1",
                // As infra/ sets it.
                ["MALLOC_ARENA_MAX"] = "2",
            },
            onLine);
        Address = _process.Address;
    }

    /// <summary>Kills the host as a power cut would; its worker ends too.</summary>
    public async Task Kill()
    {
        Address = null;
        if (_process is not null) await _process.Kill();
    }

    /// <summary>Kills only the worker. The host starts another.</summary>
    public bool KillWorker()
    {
        if (WorkerId() is not { } id) return false;
        try
        {
            using var worker = Process.GetProcessById(id);
            worker.Kill();
            return true;
        }
        catch (ArgumentException)
        {
            // It has ended in between.
            return false;
        }
    }

    /// <summary>The process of the worker: the host's child.</summary>
    public int? WorkerId() => _process is null ? null : ProcessTree.Child(_process.Id);

    /// <summary>The resident memory of a process, in MiB; null when it has ended.</summary>
    public static double? Mebibytes(int? id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim()) / 1024.0;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }
}
