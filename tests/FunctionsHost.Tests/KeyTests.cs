using System.Net;

namespace FunctionsHost.Tests;

/// <summary>Which key opens what.</summary>
public sealed class KeyTests(SharedHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("api/hello", null, HttpStatusCode.OK)]
    [InlineData("api/hello", "wrong", HttpStatusCode.OK)]
    [InlineData("api/keyed", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/keyed", "", HttpStatusCode.Unauthorized)]
    [InlineData("api/keyed", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("api/keyed", ProbeHost.FunctionKey, HttpStatusCode.OK)]
    [InlineData("api/keyed", ProbeHost.OwnKey, HttpStatusCode.OK)]
    [InlineData("api/keyed", ProbeHost.MasterKey, HttpStatusCode.OK)]
    [InlineData("api/masters", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/masters", ProbeHost.FunctionKey, HttpStatusCode.Unauthorized)]
    [InlineData("api/masters", ProbeHost.MasterKey, HttpStatusCode.OK)]
    // The key of one function opens no other.
    [InlineData("api/keyedtoo", ProbeHost.OwnKey, HttpStatusCode.Unauthorized)]
    [InlineData("api/keyedtoo", ProbeHost.FunctionKey, HttpStatusCode.OK)]
    public async Task Each_level_wants_its_key_and_the_master_key_opens_all(string path, string? key, HttpStatusCode status)
    {
        Assert.Equal(status, await Get(path, key));
        if (!string.IsNullOrEmpty(key)) Assert.Equal(status, await Get($"{path}?code={key}", null));
    }

    [Fact]
    public async Task A_key_in_the_header_counts_before_one_in_the_query() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await Get($"api/keyed?code={ProbeHost.FunctionKey}", "wrong"));

    [Fact]
    public async Task A_refusal_has_no_body()
    {
        using var response = await host.Probe.Http.GetAsync("api/keyed", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Null(response.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("admin/host/status")]
    [InlineData("admin/functions")]
    public async Task Management_wants_the_master_key(string path)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(path, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(path, "wrong"));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(path, ProbeHost.FunctionKey));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(path, ProbeHost.OwnKey));
        Assert.Equal(HttpStatusCode.OK, await Get(path, ProbeHost.MasterKey));
    }

    private async Task<HttpStatusCode> Get(string path, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null) request.Headers.TryAddWithoutValidation("x-functions-key", key);
        using var response = await host.Probe.Http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
