using System.Net;
using System.Net.Http.Json;
using System.Text;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Http;

public sealed class AdminTests(Storage storage) : IAsyncLifetime
{
    private readonly Recorder _recorder = new();
    private BlobContainerClient _container = null!;
    private TestHost? _host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _container = await storage.CreateContainer();
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage.Connection,
            ["Container"] = _container.Name,
            ["LocalHost:Id"] = _container.Name,
        };
        _host = await TestHost.Start([typeof(Functions)], settings, builder => builder.Services.AddSingleton(_recorder));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [Fact]
    public async Task Runs_a_timer_now()
    {
        Assert.Equal(HttpStatusCode.Accepted, await Post("OnTime", JsonContent.Create(new { })));
        await _recorder.WaitFor("timer");
    }

    [Fact]
    public async Task Runs_on_a_blob_again_that_was_done_with()
    {
        await _container.UploadBlobAsync("a/b", new BinaryData("x"), Cancellation);
        await _recorder.WaitFor("a/b");
        Assert.Equal(HttpStatusCode.Accepted, await Post("onblob", JsonContent.Create(new { input = $"{_container.Name}/a/b" })));
        await _recorder.WaitFor("a/b", times: 2);
    }

    [Fact]
    public async Task Wants_the_key() => Assert.Equal(HttpStatusCode.Unauthorized, await Post("OnTime", null, key: "wrong"));

    [Theory]
    [InlineData("Unknown")]
    [InlineData("OnRequest")]
    public async Task Runs_only_functions_that_wait_for_something_else_than_a_request(string name) => Assert.Equal(HttpStatusCode.NotFound, await Post(name, JsonContent.Create(new { })));

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    public async Task Refuses_a_body_that_is_no_JSON(string body, string type) =>
        Assert.Equal(HttpStatusCode.BadRequest, await Post("OnTime", new StringContent(body, Encoding.UTF8, type)));

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{}", "text/plain")]
    public async Task Takes_no_body_and_JSON_by_another_name(string body, string type) =>
        Assert.Equal(HttpStatusCode.Accepted, await Post("OnTime", new StringContent(body, Encoding.UTF8, type)));

    [Fact]
    public async Task An_input_that_fits_nothing_is_accepted_and_fails_afterwards() =>
        Assert.Equal(HttpStatusCode.Accepted, await Post("OnBlob", JsonContent.Create(new { input = "elsewhere/x" })));

    [Fact]
    public async Task A_stop_cancels_what_runs_and_waits_for_it()
    {
        await Post("Endless", JsonContent.Create(new { }));
        await _recorder.WaitFor("endless begins");
        await _host!.Stop();
        Assert.Equal(1, _recorder.Count("endless ends"));
    }

    private async Task<HttpStatusCode> Post(string function, HttpContent? body, string key = TestHost.Key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/functions/{function}") { Content = body };
        request.Headers.Add("x-functions-key", key);
        using var response = await _host!.Http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    internal sealed class Functions(Recorder recorder)
    {
        [Function("OnTime")]
        public void OnTime([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => recorder.Add(timer.IsPastDue ? "late" : "timer");

        [Function("OnBlob")]
        public void OnBlob([BlobTrigger("%Container%/{name}")] string blob, string name) => recorder.Add(blob == "x" ? name : blob);

        [Function("OnRequest")]
        public IResult OnRequest([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

        [Function("Endless")]
        public async Task Endless([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer, CancellationToken cancellation)
        {
            recorder.Add($"endless begins{(timer.IsPastDue ? " late" : "")}");
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                await Task.Delay(200, CancellationToken.None);
                recorder.Add("endless ends");
            }
        }
    }
}
