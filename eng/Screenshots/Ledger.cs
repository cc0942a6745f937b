using System.Diagnostics;
using OneMachine;

namespace Screenshots;

/// <summary>What <c>eng/run</c> serves: the samples, in a new data folder at a free port; or a ledger that is running already.</summary>
internal sealed class Ledger(Uri address) : IAsyncDisposable
{
    private const string Ready = "Ready: ";

    private ChildProcess? _process;
    private string? _data;

    public Uri Address => address;

    public static async Task<Ledger> Start()
    {
        var data = Path.Combine(Path.GetTempPath(), $"detainer-ledger-{Path.GetRandomFileName()}");
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo("dotnet", [Repository.Built("Runner"), "--data", data, "--port", "0"]);
        var process = ChildProcess.Start(start, line =>
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal)) ready.TrySetResult(new Uri(line[Ready.Length..]));
        }, StopRequest.Signal);
        return new Ledger(await process.WaitUntil(ready.Task, "The ledger")) { _process = process, _data = data };
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }
}
