using OneMachine;

namespace Acceptance.App;

/// <summary>
/// The built app on an emulator of its own, with an empty ledger. All that these tests know of it goes through HTTP and storage.
/// </summary>
public sealed class TheApp : IAsyncLifetime
{
    public const string Key = "acceptance-key";

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"detainer-ledger-{Path.GetRandomFileName()}");
    private Azurite? _storage;
    private StorageProxy? _proxy;
    private AppProcess? _functions;
    private HttpClient? _http;

    /// <summary>Beside those that every test has.</summary>
    public IReadOnlyDictionary<string, string> MoreSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether storage can be taken away by <see cref="Proxy"/>.</summary>
    public bool HasProxy { get; init; }

    /// <summary>What the app takes for its storage, if <see cref="HasProxy"/>.</summary>
    public StorageProxy Proxy => _proxy ?? throw new InvalidOperationException("The app has no proxy.");

    /// <summary>Sends no key.</summary>
    public HttpClient Http => _http ?? throw new InvalidOperationException("The app was not started.");

    public string StorageConnectionString => _storage?.ConnectionString ?? throw new InvalidOperationException("The app was not started.");

    /// <summary>What the app printed since it was last started.</summary>
    public string Output => _functions?.Output ?? "";

    /// <summary>Waits for words of the log, which come a little after what they speak of.</summary>
    public async Task WaitForOutput(string words)
    {
        for (var i = 0; i < 180; i++)
        {
            if (Output.Contains(words, StringComparison.Ordinal)) return;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"The app did not print '{words}':\n{Output}");
    }

    public async ValueTask InitializeAsync()
    {
        _storage = await Azurite.Start(_data, withMovableClock: true);
        if (HasProxy) _proxy = StorageProxy.Start(_storage.ConnectionString);
        await StartFunctions();
    }

    /// <summary>Stops the app and starts it again on the same storage, at another port.</summary>
    public async Task Restart()
    {
        Assert.Equal(0, await _functions!.Stop());
        await StartFunctions();
    }

    /// <summary>
    /// Ends the app as a power cut would, and starts it again on the same storage, at another port. A message that it had begun
    /// to process is visible again.
    /// </summary>
    public async Task KillAndRestart()
    {
        await _functions!.Kill();
        await _storage!.PassElevenMinutes();
        await StartFunctions();
    }

    /// <summary>Takes the storage away.</summary>
    public async Task StopStorage()
    {
        await _storage!.DisposeAsync();
        _storage = null;
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_functions is not null) await _functions.DisposeAsync();
        if (_proxy is not null) await _proxy.DisposeAsync();
        if (_storage is not null) await _storage.DisposeAsync();
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    private async Task StartFunctions()
    {
        if (_functions is not null) await _functions.DisposeAsync();
        _functions = await AppProcess.Start(["--port", "0", "--event-interval", "0.2"], new Dictionary<string, string>(MoreSettings)
        {
            ["AzureWebJobsStorage"] = _proxy?.ConnectionString ?? StorageConnectionString,
            ["FunctionsHost__FunctionKey"] = Key,
            ["Ledger__FreshForSeconds"] = "0",
            // Mondays at one: these tests run it themselves.
            ["DigestSchedule"] = "0 0 13 * * 1",
        });
        _http?.Dispose();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _functions.Address };
    }
}
