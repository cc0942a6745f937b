using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Http;

/// <summary>Which key opens what.</summary>
public sealed class KeyTests : IAsyncLifetime
{
    private const string Master = "the master key";
    private TestHost? _host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.Start([typeof(Functions)], new Dictionary<string, string?> { ["LocalHost:MasterKey"] = Master });

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("api/open", null, HttpStatusCode.OK)]
    [InlineData("api/open", "wrong", HttpStatusCode.OK)]
    [InlineData("api/function", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/function", TestHost.Key, HttpStatusCode.OK)]
    [InlineData("api/function", Master, HttpStatusCode.OK)]
    [InlineData("api/masters", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/masters", TestHost.Key, HttpStatusCode.Unauthorized)]
    [InlineData("api/masters", Master, HttpStatusCode.OK)]
    public async Task Each_level_wants_its_key_and_the_master_key_opens_all(string path, string? key, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        using var response = await _host!.Http.SendAsync(request, Cancellation);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("wrong", HttpStatusCode.Unauthorized)]
    [InlineData(TestHost.Key, HttpStatusCode.Forbidden)]
    [InlineData(Master, HttpStatusCode.NotFound)]
    public async Task Admin_routes_want_the_master_key(string key, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "admin/functions/Unknown") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", key);
        using var response = await _host!.Http.SendAsync(request, Cancellation);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_key_in_the_header_counts_before_one_in_the_query()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/function?code={Uri.EscapeDataString(TestHost.Key)}");
        request.Headers.Add("x-functions-key", "wrong");
        using var response = await _host!.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    internal static class Functions
    {
        [Function("Open")]
        public static IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text(request.Method);

        [Function("Function")]
        public static IResult Function([HttpTrigger("get")] HttpRequest request) => Results.Text(request.Method);

        [Function("AdminOnly")]
        public static IResult AdminOnly([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "masters")] HttpRequest request) => Results.Text(request.Method);
    }
}
