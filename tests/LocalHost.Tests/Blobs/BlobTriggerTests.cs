using System.Text.Json;
using Azure.Storage.Blobs;
using LocalHost.Host;
using LocalHost.Host.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Blobs;

public sealed class BlobTriggerTests(Storage storage) : IAsyncLifetime
{
    private readonly Recorder _recorder = new();
    private readonly Behaviour _behaviour = new();
    private BlobContainerClient _container = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _container = await storage.CreateContainer();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("plain.pdf")]
    [InlineData("folder/in a folder.pdf")]
    [InlineData("Größe – 100% +1.pdf")]
    public async Task Runs_on_a_blob_with_its_whole_name(string name)
    {
        await using var host = await Start();
        await Drop(name, "one");
        await _recorder.WaitFor($"{name}: one");
    }

    [Fact]
    public async Task Runs_once_on_each_version_and_not_again_after_a_restart()
    {
        await using (var host = await Start())
        {
            await Drop("a", "one");
            await _recorder.WaitFor("a: one");
            await Drop("a", "two");
            await _recorder.WaitFor("a: two");
        }

        await using (var host = await Start())
        {
            await Drop("b", "one");
            await _recorder.WaitFor("b: one");
            await Task.Delay(500, Cancellation);
        }

        Assert.Equal(["a: one", "a: two", "b: one"], _recorder.Entries);
    }

    [Fact]
    public async Task Finds_what_was_dropped_while_nothing_ran()
    {
        await Drop("early", "one");
        await using var host = await Start();
        await _recorder.WaitFor("early: one");
    }

    [Fact]
    public async Task Two_hosts_share_the_work_and_double_none()
    {
        _behaviour.Pause = TimeSpan.FromMilliseconds(100);
        await using var one = await Start();
        await using var other = await Start();
        foreach (var number in Enumerable.Range(0, 12)) await Drop($"blob {number}", "x");

        await _recorder.WaitUntil(() => _recorder.Entries.Count >= 12, "12 blobs");
        await Task.Delay(1000, Cancellation);

        Assert.Equal(12, _recorder.Entries.Distinct().Count());
        Assert.Equal(12, _recorder.Entries.Count);
    }

    [Fact]
    public async Task A_slow_blob_is_in_no_other_s_way()
    {
        _behaviour.Slow = "slow";
        await using var host = await Start();
        await Drop("slow", "x");
        await _recorder.WaitFor("slow: begins");
        await Drop("quick", "x");
        await _recorder.WaitFor("quick: x");
        Assert.Equal(0, _recorder.Count("slow: x"));
    }

    [Fact]
    public async Task A_blob_that_fails_is_tried_five_times_and_then_named_in_the_poison_queue_once()
    {
        _behaviour.Failures["bad"] = int.MaxValue;
        var version = await Drop("bad", "x");
        await using (var host = await Start())
        {
            await _recorder.WaitFor("bad: fails", times: 5);
            await storage.WaitForPoison(_container.Name);
        }

        await using (var host = await Start()) await Task.Delay(500, Cancellation);

        Assert.Equal(5, _recorder.Count("bad: fails"));
        using var message = JsonDocument.Parse(Assert.Single(await storage.ReadPoison(), IsOurs));
        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["Type"] = "BlobTrigger",
                ["FunctionId"] = "Host.Functions.Watching",
                ["BlobType"] = "BlockBlob",
                ["ContainerName"] = _container.Name,
                ["BlobName"] = "bad",
                ["ETag"] = version,
            },
            message.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()));

        bool IsOurs(string text) => text.Contains($"\"{_container.Name}\"", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_whose_attempts_took_the_process_down_is_set_aside_and_not_run_again()
    {
        var version = new BlobVersion(_container.Name, "deadly", await Drop("deadly", "x"));
        // As five hosts left it that died while the function ran.
        var notes = await HostContainer.Open(new BlobServiceClient(storage.Connection), Cancellation);
        var receipt = HostContainer.Path(new LocalHostOptions { Id = _container.Name }, "receipts", FunctionCatalog.Of(new FunctionSource([typeof(Watching)], "")).All.Single());
        await HostContainer.CreateIfNotExists(notes.GetBlobClient(receipt + version.Key), new Dictionary<string, string> { ["attempts"] = "5" }, Cancellation);

        await using var host = await Start();
        await storage.WaitForPoison(_container.Name);

        Assert.Empty(_recorder.Entries);
    }

    [Fact]
    public async Task A_blob_that_fails_twice_runs_in_the_end()
    {
        _behaviour.Failures["shy"] = 2;
        await using var host = await Start();
        await Drop("shy", "x");
        await _recorder.WaitFor("shy: x");
        Assert.Equal(2, _recorder.Count("shy: fails"));
    }

    [Fact]
    public async Task The_waits_between_attempts_double()
    {
        _behaviour.Failures["slowly"] = 4;
        var started = TimeProvider.System.GetTimestamp();
        await using var host = await Start(retrySeconds: 0.1);
        await Drop("slowly", "x");
        await _recorder.WaitFor("slowly: x");
        // 0.1 + 0.2 + 0.4 + 0.8
        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task A_version_that_is_overwritten_while_it_waits_gives_way_to_the_new_one()
    {
        _behaviour.Failures["edited"] = 1;
        await using var host = await Start(retrySeconds: 1);
        await Drop("edited", "broken");
        await _recorder.WaitFor("edited: fails");
        await Drop("edited", "mended");
        await _recorder.WaitFor("edited: mended");
        await Task.Delay(1500, Cancellation);
        Assert.Equal(["edited: fails", "edited: mended"], _recorder.Entries);
    }

    [Fact]
    public async Task A_stop_breaks_a_run_off_and_the_next_start_takes_it_up_without_counting_it()
    {
        _behaviour.Slow = "long";
        _behaviour.Failures["long"] = 4;
        await Drop("long", "x");
        await using (var host = await Start())
        {
            await _recorder.WaitFor("long: begins");
            await host.Stop();
        }

        Assert.Equal(1, _recorder.Count("long: broken off"));
        _behaviour.Slow = null;
        await using (var host = await Start()) await _recorder.WaitFor("long: x");
        Assert.Equal(4, _recorder.Count("long: fails"));
    }

    [Fact]
    public async Task A_blob_is_bound_as_text_as_bytes_and_as_a_stream_and_only_where_the_path_matches()
    {
        await using var host = await TestHost.Start([typeof(Shapes)], Settings(), builder => builder.Services.AddSingleton(_recorder));
        await Drop("text/a.txt", "hello");
        await Drop("bytes/a", "hello");
        await Drop("stream/a", "hello");
        await Drop("text/a.pdf", "hello");
        foreach (var shape in new[] { "text a hello", "bytes 5", "stream hello" }) await _recorder.WaitFor(shape);
        await Task.Delay(300, Cancellation);
        Assert.Equal(3, _recorder.Entries.Count);
    }

    private async Task<TestHost> Start(double retrySeconds = 0.01)
    {
        var settings = Settings();
        settings["LocalHost:BlobRetrySeconds"] = retrySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await TestHost.Start([typeof(Watching)], settings, builder =>
        {
            builder.Services.AddSingleton(_recorder);
            builder.Services.AddSingleton(_behaviour);
        });
    }

    private Dictionary<string, string?> Settings() => new() { ["AzureWebJobsStorage"] = storage.Connection, ["Container"] = _container.Name, ["LocalHost:Id"] = _container.Name };

    private async Task<string> Drop(string name, string content) =>
        (await _container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true, Cancellation)).Value.ETag.ToString("H");

    /// <summary>How the function behaves, by the blob's name.</summary>
    internal sealed class Behaviour
    {
        public Dictionary<string, int> Failures { get; } = [];

        public string? Slow { get; set; }

        public TimeSpan Pause { get; set; }
    }

    internal sealed class Watching(Recorder recorder, Behaviour behaviour)
    {
        [Function("Watching")]
        public async Task Run([BlobTrigger("%Container%/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, CancellationToken cancellation)
        {
            if (name == behaviour.Slow)
            {
                recorder.Add($"{name}: begins");
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellation);
                }
                finally
                {
                    recorder.Add($"{name}: broken off");
                }
            }

            await Task.Delay(behaviour.Pause, cancellation);
            lock (behaviour)
                if (behaviour.Failures.GetValueOrDefault(name) > 0)
                {
                    behaviour.Failures[name]--;
                    recorder.Add($"{name}: fails");
                    throw new InvalidOperationException("no luck");
                }

            recorder.Add($"{name}: {(await blob.DownloadContentAsync(cancellation)).Value.Content}");
        }
    }

    internal sealed class Shapes(Recorder recorder)
    {
        [Function("Text")]
        public void Text([BlobTrigger("%Container%/text/{name}.txt")] string blob, string name) => recorder.Add($"text {name} {blob}");

        [Function("Bytes")]
        public void Bytes([BlobTrigger("%Container%/bytes/{name}")] byte[] blob) => recorder.Add($"bytes {blob.Length}");

        [Function("Stream")]
        public async Task Stream([BlobTrigger("%Container%/stream/{name}")] Stream blob)
        {
            using var reader = new StreamReader(blob);
            recorder.Add($"stream {await reader.ReadToEndAsync()}");
        }
    }
}
