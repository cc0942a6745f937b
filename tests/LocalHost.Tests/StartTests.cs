using LocalHost.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace LocalHost.Tests;

/// <summary>An app that can't be right doesn't start, and says which function or setting it is.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData(typeof(string), "no functions")]
    [InlineData(typeof(Twice), "Same")]
    [InlineData(typeof(NoTrigger), "Idle has 0 triggers")]
    [InlineData(typeof(AdminRoute), "Taken")]
    [InlineData(typeof(AdministrationRoute), "Near")]
    [InlineData(typeof(RuntimeRoute), "Inner")]
    [InlineData(typeof(SameRoute), "First and Second both answer PUT /api/Same/{id}")]
    [InlineData(typeof(BadRoute), "Crooked")]
    [InlineData(typeof(UnknownConstraint), "Strict")]
    [InlineData(typeof(UnsetSchedule), "NoSuchSetting")]
    [InlineData(typeof(BadSchedule), "often")]
    [InlineData(typeof(NoContainer), "Nowhere")]
    [InlineData(typeof(OddBlob), "Int32")]
    public async Task A_function_that_can_t_be_right_stops_the_start(Type functions, string named)
    {
        var settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" };
        var failure = await Assert.ThrowsAsync<InvalidFunctionException>(() => TestHost.Start([functions], settings));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_wants_a_key_needs_one_to_be_set()
    {
        var failure = await Assert.ThrowsAsync<InvalidFunctionException>(() => TestHost.Start([typeof(Locked)], Setting("LocalHost:Key", "")));
        Assert.Contains("LocalHost:Key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_trigger_needs_storage()
    {
        var failure = await Assert.ThrowsAsync<InvalidFunctionException>(() => TestHost.Start([typeof(Blobs)]));
        Assert.Contains("AzureWebJobsStorage", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Port", "65536")]
    [InlineData("BlobPollSeconds", "0")]
    [InlineData("BlobRetrySeconds", "-1")]
    [InlineData("StopSeconds", "601")]
    [InlineData("StopSeconds", "NaN")]
    [InlineData("StopSeconds", "1e300")]
    [InlineData("Host", "127.0.0.256")]
    [InlineData("Host", "my-machine")]
    [InlineData("Host", "")]
    [InlineData("Id", "a/b")]
    public async Task A_setting_out_of_its_range_stops_the_start_by_its_name(string setting, string value)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => TestHost.Start([typeof(Locked)], Setting($"LocalHost:{setting}", value)));
        Assert.Contains(setting, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_is_no_number_stops_the_start_by_its_name()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.Start([typeof(Locked)], Setting("LocalHost:Port", "often")));
        Assert.Contains("LocalHost:Port", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:7071")]
    [InlineData("localhost", "http://localhost:7071")]
    [InlineData("::1", "http://[::1]:7071")]
    public void Listens_on_the_address_that_is_set(string host, string url) => Assert.Equal(url, ListeningAddress.Url(new LocalHostOptions { Host = host }));

    [Theory]
    [InlineData(null, "no host.json")]
    [InlineData("{", "can't be read")]
    [InlineData("""{ "extensions": { "blobs": { "poisonBlobThreshold": "many" } } }""", "can't be read")]
    [InlineData("""{ "extensions": { "blobs": { "maxDegreeOfParallelism": 0 } } }""", "must be positive")]
    public async Task A_host_json_that_is_missing_or_broken_stops_the_start(string? hostJson, string said)
    {
        var failure = await Assert.ThrowsAsync<InvalidFunctionException>(() => TestHost.Start([typeof(Locked)], hostJson: hostJson));
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Setting(string name, string value) => new() { [name] = value };

#pragma warning disable xUnit1013, IDE0060 // Functions to find, not to run.
    public sealed class Twice
    {
        [Function("Same")] public void One([TimerTrigger("0 0 0 * * *")] TimerInfo timer) { }

        [Function("same")] public void Two([TimerTrigger("0 0 0 * * *")] TimerInfo timer) { }
    }

    public sealed class NoTrigger
    {
        [Function("Idle")] public void Run(string name) { }
    }

    public sealed class AdminRoute
    {
        [Function("Taken")] public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "admin/x")] HttpRequest request) { }
    }

    public sealed class AdministrationRoute
    {
        [Function("Near")] public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "/Administration")] HttpRequest request) { }
    }

    public sealed class RuntimeRoute
    {
        [Function("Inner")] public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "runtime/x")] HttpRequest request) { }
    }

    public sealed class SameRoute
    {
        [Function("First")] public void One([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "same/{id}")] HttpRequest request) { }

        [Function("Second")] public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "Same/{id}")] HttpRequest request) { }
    }

    public sealed class BadRoute
    {
        [Function("Crooked")] public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "x/{")] HttpRequest request) { }
    }

    public sealed class UnknownConstraint
    {
        [Function("Strict")] public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "x/{id:odd}")] HttpRequest request, string id) { }
    }

    public sealed class UnsetSchedule
    {
        [Function("Unset")] public void Run([TimerTrigger("%NoSuchSetting%")] TimerInfo timer) { }
    }

    public sealed class BadSchedule
    {
        [Function("Bad")] public void Run([TimerTrigger("often")] TimerInfo timer) { }
    }

    public sealed class NoContainer
    {
        [Function("Nowhere")] public void Run([BlobTrigger("{name}")] string blob, string name) { }
    }

    public sealed class OddBlob
    {
        [Function("Odd")] public void Run([BlobTrigger("odd/{name}")] int blob, string name) { }
    }

    public sealed class Blobs
    {
        [Function("Blobs")] public void Run([BlobTrigger("blobs/{name}")] string blob, string name) { }
    }

    public sealed class Locked
    {
        [Function("Locked")] public void Run([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request) { }
    }
#pragma warning restore
}
