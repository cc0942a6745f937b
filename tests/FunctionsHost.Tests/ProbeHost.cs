using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using OneMachine;

namespace FunctionsHost.Tests;

/// <summary>The host as a process of its own, with the probe app. What the probe did is in a container, its journal.</summary>
internal sealed class ProbeHost : IAsyncDisposable
{
    public const string FunctionKey = "the-function-key";
    public const string MasterKey = "the-master-key";
    public const string OwnKey = "the-key-of-one-function";

    private const string Listening = "Listening on ";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static int _count;

    private readonly ChildProcess _process;
    private readonly ConcurrentQueue<string> _output;

    private ProbeHost(ChildProcess process, ConcurrentQueue<string> output, Uri address, string name, string connection)
    {
        (_process, _output, Name, Connection) = (process, output, name, connection);
        Http = new HttpClient { BaseAddress = address, Timeout = Limit };
    }

    /// <summary>Its host ID, and what the names of its containers and queues begin with.</summary>
    public string Name { get; }

    public string Connection { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    public Task Ended => _process.Ended;

    public IEnumerable<string> Output => _output;

    public BlobContainerClient Blobs => new(Connection, $"{Name}-blobs");

    public BlobContainerClient Texts => new(Connection, $"{Name}-texts");

    public BlobContainerClient Records => new(Connection, "azure-webjobs-hosts");

    public static string HostAssembly => Repository.FunctionsHost;

    public static string ProbeAssembly { get; } = Repository.Built("ProbeApp");

    public static string NewName() => string.Create(CultureInfo.InvariantCulture, $"probe{Environment.ProcessId}x{Interlocked.Increment(ref _count)}");

    public static async Task<ProbeHost> Start(string connection, string? name = null, Dictionary<string, string?>? settings = null, string? app = null, params string[] arguments)
    {
        name ??= NewName();
        var output = new ConcurrentQueue<string>();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = Command(["--port", "0", "--host-id", name, "--event-interval", "0.2", "--stop-with-input", .. arguments], name, connection, settings, app);
        var process = ChildProcess.Start(start, line =>
        {
            output.Enqueue(line);
            if (line.StartsWith(Listening, StringComparison.Ordinal)) listening.TrySetResult(new Uri(line[Listening.Length..]));
        });
        return new ProbeHost(process, output, await process.WaitUntil(listening.Task, "The host", TestContext.Current.CancellationToken), name, connection);
    }

    /// <summary>Runs a host that isn't expected to come up.</summary>
    public static async Task<(int ExitCode, string Error)> Fail(string connection, Dictionary<string, string?>? settings = null, string? app = null, params string[] arguments)
    {
        var start = Command(["--port", "0", .. arguments], NewName(), connection, settings, app ?? ProbeAssembly);
        (start.RedirectStandardError, start.RedirectStandardOutput) = (true, true);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Listening, await output, StringComparison.Ordinal);
        return (process.ExitCode, error);
    }

    public Task<string> Get(string path) => Http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async Task<int> WorkerId() =>
        (await Http.GetFromJsonAsync<JsonElement>("api/hello", TestContext.Current.CancellationToken)).GetProperty("process").GetInt32();

    public async Task<HttpResponseMessage> RunNow(string function, string body = """{ "input": "" }""", string? key = MasterKey, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/functions/{function}") { Content = new StringContent(body, null, type) };
        if (key is not null) request.Headers.Add("x-functions-key", key);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task Upload(string name, string content = "content") =>
        Blobs.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true, TestContext.Current.CancellationToken);

    /// <summary>Lets a blob or message whose name begins with <c>held</c> end.</summary>
    public async Task Release(string name)
    {
        var marks = new BlobContainerClient(Connection, $"{Name}-marks");
        await marks.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await marks.UploadBlobAsync(name, BinaryData.FromString(""), TestContext.Current.CancellationToken);
    }

    public async Task Enqueue(string queue, string message)
    {
        var client = Queue($"{Name}-{queue}");
        await client.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await client.SendMessageAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>Messages of a queue, as they are; at most 32.</summary>
    public async Task<IReadOnlyList<string>> Peek(string queue)
    {
        var client = Queue(queue);
        if (!await client.ExistsAsync(TestContext.Current.CancellationToken)) return [];
        return [.. (await client.PeekMessagesAsync(32, TestContext.Current.CancellationToken)).Value.Select(message => message.Body.ToString())];
    }

    public async Task<int> JournalCount(Func<string, bool> entry) => (await Journal()).Count(entry);

    /// <summary>What the probe has done so far, in order.</summary>
    public async Task<IReadOnlyList<string>> Journal()
    {
        const int timeAndId = 20 + 1 + 32 + 1;
        var container = new BlobContainerClient(Connection, $"{Name}-journal");
        var entries = new List<string>();
        if (!await container.ExistsAsync(TestContext.Current.CancellationToken)) return entries;
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)) entries.Add(blob.Name[timeAndId..]);
        return entries;
    }

    /// <summary>Waits until the journal has the entry that often.</summary>
    public async Task WaitFor(string entry, int times = 1) => await WaitUntil(async () => await JournalCount(it => it == entry) >= times, $"'{entry}' {times} times");

    /// <summary>Waits for a line of the host's output, which arrives a little after what it speaks of.</summary>
    public async Task WaitForLine(string part) =>
        await WaitUntil(() => Task.FromResult(Output.Any(line => line.Contains(part, StringComparison.Ordinal))), $"line with '{part}'");

    public async Task WaitUntil(Func<Task<bool>> condition, string what)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(startedAt) > Limit)
                Assert.Fail($"No {what} within {Limit.TotalSeconds} s. Journal: {string.Join(" | ", await Journal())}{Environment.NewLine}{string.Join(Environment.NewLine, _output.TakeLast(40))}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public Task<int> Stop() => _process.Stop();

    /// <summary>Stops it, which has to succeed.</summary>
    public async Task StopCleanly()
    {
        var exitCode = await Stop();
        Assert.True(exitCode == 0, $"The host ended with {exitCode}:{Environment.NewLine}{string.Join(Environment.NewLine, _output.TakeLast(40))}");
    }

    public Task Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
    }

    private QueueClient Queue(string name) => new(Connection, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    private static ProcessStartInfo Command(string[] arguments, string name, string connection, Dictionary<string, string?>? settings, string? app = null)
    {
        var start = new ProcessStartInfo("dotnet", [HostAssembly, app ?? ProbeAssembly, .. arguments])
        {
            Environment =
            {
                ["AzureWebJobsStorage"] = connection,
                ["AzureWebJobsWordStorage"] = connection,
                ["PROBE"] = name,
                ["PROBE_TICK"] = "0 0 0 1 1 *",
                ["FunctionsHost__FunctionKey"] = FunctionKey,
                ["FunctionsHost__MasterKey"] = MasterKey,
                ["FunctionsHost__Keys__Keyed"] = OwnKey,
            },
        };
        foreach (var (setting, value) in settings ?? [])
        {
            if (value is null) start.Environment.Remove(setting);
            else start.Environment[setting] = value;
        }

        return start;
    }
}
