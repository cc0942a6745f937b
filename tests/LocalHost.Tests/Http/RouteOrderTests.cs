using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Http;

/// <summary>Which function has a request that several routes fit.</summary>
public sealed class RouteOrderTests : IAsyncLifetime
{
    private TestHost? _host;

    public async ValueTask InitializeAsync() => _host = await TestHost.Start([typeof(Functions)]);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "api/things/newest", "a thing")]
    [InlineData("POST", "api/things/newest", "the newest")]
    [InlineData("GET", "api/things/newest/parts", "the rest")]
    [InlineData("REPORT", "api/things/newest", "the rest")]
    [InlineData("OPTIONS", "api/things/newest", "the rest")]
    public async Task The_function_that_is_first_by_its_name_has_it_however_special_another_s_route(string method, string path, string answer) =>
        Assert.Equal(answer, await Send(method, path));

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task A_method_that_a_function_doesn_t_name_is_not_its_own_even_HEAD_beside_GET(string method)
    {
        await using var host = await TestHost.Start([typeof(Named)]);
        using var request = new HttpRequestMessage(new HttpMethod(method), "api/named");
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<string> Send(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _host!.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    internal static class Functions
    {
        [Function("A")]
        public static IResult Thing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id}")] HttpRequest request) => Answer(request, "a thing");

        [Function("B")]
        public static IResult Newest([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "things/newest")] HttpRequest request) => Answer(request, "the newest");

        [Function("C")]
        public static IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => Answer(request, "the rest");

        private static IResult Answer(HttpRequest request, string text) => request.Body.CanRead ? Results.Text(text) : Results.NoContent();
    }

    internal static class Named
    {
        [Function("Named")]
        public static IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text(request.Method);
    }
}
