using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Blobs;

/// <summary>What host.json says of blobs.</summary>
public sealed class BlobLimitTests(Storage storage) : IAsyncLifetime
{
    private readonly Recorder _recorder = new();
    private BlobContainerClient _container = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _container = await storage.CreateContainer();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task No_more_blobs_are_run_on_at_once_than_host_json_says_over_all_functions()
    {
        foreach (var name in new[] { "a", "b", "c" }) await _container.UploadBlobAsync(name, new BinaryData("x"), Cancellation);
        await using var host = await Start("""{ "maxDegreeOfParallelism": 1 }""", typeof(One), typeof(Other));

        await _recorder.WaitFor("ends", times: 6);
        Assert.Equal(Enumerable.Repeat(new[] { "begins", "ends" }, 6).SelectMany(pair => pair), _recorder.Entries);
    }

    [Fact]
    public async Task A_blob_is_tried_as_often_as_host_json_says()
    {
        await _container.UploadBlobAsync("bad", new BinaryData("x"), Cancellation);
        await using var host = await Start("""{ "poisonBlobThreshold": 2 }""", typeof(Failing));

        await storage.WaitForPoison(_container.Name);
        Assert.Equal(2, _recorder.Count("fails"));
    }

    private Task<TestHost> Start(string blobs, params Type[] functions) => TestHost.Start(
        functions,
        new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage.Connection, ["Container"] = _container.Name, ["LocalHost:Id"] = _container.Name },
        builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(_recorder);
        },
        $$"""{ "version": "2.0", "extensions": { "blobs": {{blobs}} } }""");

    internal sealed class One(Recorder recorder)
    {
        [Function("One")]
        public Task Run([BlobTrigger("%Container%/{name}")] string blob, CancellationToken cancellation) => Pass(recorder, blob, cancellation);
    }

    internal sealed class Other(Recorder recorder)
    {
        [Function("Other")]
        public Task Run([BlobTrigger("%Container%/{name}")] string blob, CancellationToken cancellation) => Pass(recorder, blob, cancellation);
    }

    internal sealed class Failing(Recorder recorder)
    {
        [Function("Failing")]
        public void Run([BlobTrigger("%Container%/{name}")] string blob)
        {
            recorder.Add("fails");
            throw new InvalidOperationException(blob);
        }
    }

    private static async Task Pass(Recorder recorder, string blob, CancellationToken cancellation)
    {
        recorder.Add("begins");
        await Task.Delay(50, cancellation);
        recorder.Add(blob == "x" ? "ends" : blob);
    }
}
