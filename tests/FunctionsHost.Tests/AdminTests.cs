using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FunctionsHost.Tests;

public sealed class AdminTests(SharedHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_a_timer_now()
    {
        var before = await host.Probe.JournalCount(entry => entry.StartsWith("unmonitored", StringComparison.Ordinal));
        using var response = await host.Probe.RunNow("unmonitored");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        await host.Probe.WaitFor("unmonitored True", before + 1);
    }

    [Fact]
    public async Task Runs_on_a_blob_again_that_was_done_with()
    {
        await host.Probe.Upload("again", "x");
        await host.Probe.WaitFor("blob again x");
        using var response = await host.Probe.RunNow("OnBlob", $$"""{ "input": "{{host.Probe.Name}}-blobs/again" }""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await host.Probe.WaitFor("blob again x", times: 2);
    }

    [Fact]
    public async Task Runs_on_a_message_that_was_never_in_a_queue()
    {
        using var response = await host.Probe.RunNow("OnWord", """{ "input": "by-hand" }""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await host.Probe.WaitFor("word by-hand");
    }

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{ "input": {} }""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{}", "application/json", HttpStatusCode.Accepted)]
    [InlineData("""{ "input": "" }""", "application/json; charset=utf-8", HttpStatusCode.Accepted)]
    public async Task Wants_a_JSON_object(string body, string type, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "admin/functions/Retried") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("x-functions-key", ProbeHost.MasterKey);
        using var response = await host.Probe.Http.SendAsync(request, Cancellation);
        Assert.Equal(status, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_request_without_any_body_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "admin/functions/Unmonitored") { Headers = { { "x-functions-key", ProbeHost.MasterKey } } };
        using var response = await host.Probe.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("Unknown", ProbeHost.MasterKey, HttpStatusCode.NotFound)]
    [InlineData("Hello", ProbeHost.MasterKey, HttpStatusCode.NotFound)]
    [InlineData("Unmonitored", ProbeHost.FunctionKey, HttpStatusCode.Forbidden)]
    [InlineData("Unmonitored", null, HttpStatusCode.Unauthorized)]
    public async Task Runs_only_what_is_there_and_only_for_the_master(string function, string? key, HttpStatusCode status)
    {
        using var response = await host.Probe.RunNow(function, key: key);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task An_input_that_fits_nothing_is_accepted_and_fails_in_the_log()
    {
        using var response = await host.Probe.RunNow("OnBlob", """{ "input": "no-such-container/x" }""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await host.Probe.WaitForLine("OnBlob, run by hand, failed");
    }

    [Fact]
    public async Task A_method_that_management_doesn_t_have_is_405()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "admin/functions/Hello") { Headers = { { "x-functions-key", ProbeHost.MasterKey } } };
        using var response = await host.Probe.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task The_functions_are_listed_with_their_bindings()
    {
        var functions = await Get("admin/functions");
        var keyed = functions.EnumerateArray().Single(function => function.GetProperty("name").GetString() == "Keyed");
        Assert.Equal("httpTrigger", keyed.GetProperty("config").GetProperty("bindings")[0].GetProperty("type").GetString());
        Assert.Equal("/api/keyed", keyed.GetProperty("invoke_url_template").GetString());
        Assert.False(keyed.GetProperty("isDisabled").GetBoolean());
        Assert.Equal("Keyed", (await Get("admin/functions/keyed")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_status_contains_the_host_id()
    {
        var status = await Get("admin/host/status");
        Assert.Equal((host.Probe.Name, "Running"), (status.GetProperty("id").GetString(), status.GetProperty("state").GetString()));
    }

    private async Task<JsonElement> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "x-functions-key", ProbeHost.MasterKey } } };
        using var response = await host.Probe.Http.SendAsync(request, Cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
