using System.Net;
using System.Text.Json;

namespace FunctionsHost.Tests;

/// <summary>Routes and answers, as the real host has them.</summary>
public sealed class HttpTests(SharedHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "api/Unrouted", "by its name")]
    [InlineData("GET", "API/UNROUTED", "by its name")]
    [InlineData("GET", "api/typed/3/word", "3 word")]
    [InlineData("GET", "api/typed/3", "3 none")]
    [InlineData("GET", "api/typed/3/a%20b%2Fc", "3 a b%2Fc")]
    // The first by its name has the request, however special another one's route is.
    [InlineData("GET", "api/things/newest", "thing newest")]
    [InlineData("POST", "api/things/newest", "the newest")]
    [InlineData("GET", "api/things/newest/parts", "the rest newest/parts")]
    [InlineData("REPORT", "api/things/newest", "the rest newest")]
    [InlineData("OPTIONS", "api/things/newest", "the rest newest")]
    [InlineData("GET", "api/things", "the rest ")]
    public async Task A_request_reaches_the_function_of_its_route_and_method(string method, string path, string answer)
    {
        using var response = await Send(method, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("GET", "api/nowhere")]
    [InlineData("GET", "nowhere")]
    [InlineData("GET", "hello")]
    [InlineData("GET", "api")]
    [InlineData("GET", "api/typed/word")]
    // A wrong method is not found either, and HEAD is not GET.
    [InlineData("POST", "api/hello")]
    [InlineData("HEAD", "api/hello")]
    [InlineData("OPTIONS", "api/hello")]
    public async Task What_no_function_takes_is_not_found_without_a_body(string method, string path)
    {
        using var response = await Send(method, path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Null(response.Content.Headers.ContentType);
    }

    [Fact]
    public async Task The_server_says_that_it_is_Kestrel()
    {
        using var answered = await Send("GET", "api/hello");
        using var notFound = await Send("GET", "nowhere");
        Assert.Equal(("Kestrel", "Kestrel"), (answered.Headers.Server.ToString(), notFound.Headers.Server.ToString()));
    }

    [Fact]
    public async Task The_root_is_a_page_that_says_what_this_is()
    {
        using var response = await Send("GET", "");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("functions", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_throws_is_500_without_a_word_of_why()
    {
        using var response = await Send("GET", "api/throw");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        await host.Probe.WaitForLine("secret words");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(418)]
    [InlineData(503)]
    public async Task A_status_of_the_function_s_own_is_left_as_it_is(int code)
    {
        using var response = await Send("GET", $"api/status/{code}");
        Assert.Equal(code, (int)response.StatusCode);
        Assert.Equal("of the function's own", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task The_function_sees_the_host_name_that_the_caller_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/hello") { Headers = { Host = "ledger.example" } };
        using var response = await host.Probe.Http.SendAsync(request, Cancellation);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("ledger.example", answer.RootElement.GetProperty("host").GetString());
    }

    [Fact]
    public async Task A_caller_has_no_say_in_the_id_of_an_invocation()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/hello") { Headers = { { "x-ms-invocation-id", Guid.Empty.ToString() } } };
        using var response = await host.Probe.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_hundred_requests_at_once_are_all_answered()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => host.Probe.Get($"api/typed/{number}")));
        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"{number} none"), answers);
    }

    [Fact]
    public async Task The_worker_has_the_host_s_environment_without_its_keys()
    {
        Assert.Equal(host.Probe.Name, await host.Probe.Get("api/setting/PROBE"));
        Assert.Equal("not set", await host.Probe.Get("api/setting/FunctionsHost__MasterKey"));
        Assert.Equal("not set", await host.Probe.Get("api/setting/DOTNET_STARTUP_HOOKS"));
    }

    [Fact]
    public async Task The_trace_of_the_caller_goes_on_in_the_worker()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/trace")
        {
            Headers = { { "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" }, { "tracestate", "a=b" } },
        };
        using var response = await host.Probe.Http.SendAsync(request, Cancellation);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", answer.RootElement.GetProperty("parent").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("-01", answer.RootElement.GetProperty("parent").GetString(), StringComparison.Ordinal);
        Assert.Equal("a=b", answer.RootElement.GetProperty("state").GetString());
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", answer.RootElement.GetProperty("trace").GetString());
    }

    [Fact]
    public async Task Without_a_caller_s_trace_the_worker_begins_its_own()
    {
        // The host records no spans: a parent of its own would make the worker drop all of its.
        using var answer = JsonDocument.Parse(await host.Probe.Get("api/trace"));
        Assert.True(string.IsNullOrEmpty(answer.RootElement.GetProperty("parent").GetString()));
    }

    [Fact]
    public async Task Lines_of_the_worker_s_console_are_kept_whole_and_its_log_is_beside_them()
    {
        using var response = await Send("GET", "api/say/hello");
        await host.Probe.WaitForLine("The probe says hello");
        await host.Probe.WaitUntil(() => Task.FromResult(host.Probe.Output.Contains("probe: a line of the console")), "line of the worker's console");
    }

    private async Task<HttpResponseMessage> Send(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await host.Probe.Http.SendAsync(request, Cancellation);
    }
}
