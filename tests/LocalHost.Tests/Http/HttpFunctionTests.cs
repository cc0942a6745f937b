using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalHost.Tests.Http;

public sealed class HttpFunctionTests : IAsyncLifetime
{
    private TestHost? _host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpClient Http => _host!.Http;

    public async ValueTask InitializeAsync() => _host = await TestHost.Start([typeof(Functions), typeof(StaticFunctions)], configure: builder =>
    {
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<Boundary>();
        builder.Services.AddScoped<Service>();
    });

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "api/things/7", "thing 7")]
    [InlineData("GET", "api/optional", "optional ")]
    [InlineData("GET", "api/optional/x", "optional x")]
    [InlineData("GET", "api/Named", "GET")]
    [InlineData("PUT", "api/named", "PUT")]
    [InlineData("POST", "api/written", "written")]
    [InlineData("GET", "api/things/a%20b%2Fc", "404")]
    [InlineData("GET", "api/unrouted", "by its name")]
    [InlineData("GET", "api/shared", "read")]
    [InlineData("PUT", "api/shared", "put")]
    [InlineData("GET", "api/unbound", "null and 7")]
    [InlineData("GET", "api/unboundnumber", "409")]
    public async Task A_request_reaches_the_function_of_its_route_and_method(string method, string path, string answer)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await Http.SendAsync(request, Cancellation);
        Assert.Equal(answer, response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(Cancellation) : $"{(int)response.StatusCode}");
    }

    [Theory]
    [InlineData("GET", "api/nothing")]
    [InlineData("GET", "things/7")]
    [InlineData("GET", "api/things/seven")]
    [InlineData("DELETE", "api/things/7")]
    [InlineData("GET", "api/written")]
    [InlineData("GET", "")]
    public async Task What_no_function_takes_is_not_found_as_a_problem(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await Http.SendAsync(request, Cancellation);
        await AssertProblem(response, HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData(null, "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("", null, HttpStatusCode.Unauthorized)]
    [InlineData(TestHost.Key, null, HttpStatusCode.OK)]
    [InlineData(null, TestHost.Key, HttpStatusCode.OK)]
    public async Task A_function_that_wants_a_key_runs_only_with_it(string? header, string? code, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, code is null ? "api/locked" : $"api/locked?code={Uri.EscapeDataString(code)}");
        if (header is not null) request.Headers.TryAddWithoutValidation("x-functions-key", header);
        using var response = await Http.SendAsync(request, Cancellation);
        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.OK) await AssertProblem(response, status, "unauthorized");
    }

    [Fact]
    public async Task A_middleware_puts_an_answer_in_place_of_an_exception()
    {
        using var response = await Http.GetAsync("api/failing", Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("Failing: no luck", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task What_fails_while_the_answer_is_sent_passes_the_middleware_by()
    {
        // The answer had begun: all that is left is to break it off.
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Http.GetStringAsync("api/breaking", Cancellation));
    }

    [Fact]
    public async Task An_object_that_is_no_answer_is_answered_by_nothing_as_on_Azure()
    {
        using var response = await Http.GetAsync("api/poco", Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_status_of_the_function_s_own_is_left_as_it_is()
    {
        using var response = await Http.GetAsync("api/disallowing", Cancellation);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, 0), (response.StatusCode, (await response.Content.ReadAsByteArrayAsync(Cancellation)).Length));
    }

    [Fact]
    public async Task Each_invocation_has_a_scope_of_its_own_that_is_disposed_after_it()
    {
        var first = await Http.GetStringAsync("api/scoped", Cancellation);
        Assert.NotEqual(first, await Http.GetStringAsync("api/scoped", Cancellation));
        Assert.Contains(first, Service.Disposed);
    }

    [Fact]
    public async Task Static_functions_of_internal_classes_run_too() => Assert.Equal("static", await Http.GetStringAsync("api/still", Cancellation));

    [Fact]
    public async Task Without_a_middleware_a_failure_is_answered_as_a_problem_without_its_words()
    {
        await using var host = await TestHost.Start([typeof(Functions)], configure: builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddScoped<Service>();
        });
        using var response = await host.Http.GetAsync("api/failing", Cancellation);
        await AssertProblem(response, HttpStatusCode.InternalServerError, "internal-error");
        Assert.DoesNotContain("no luck", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_middleware_before_the_web_application_has_no_say_in_the_answer_as_on_Azure()
    {
        await using var host = await TestHost.Start([typeof(Functions)], configure: builder =>
        {
            builder.UseMiddleware<Boundary>();
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddScoped<Service>();
        });
        using var response = await host.Http.GetAsync("api/failing", Cancellation);
        Assert.NotEqual(HttpStatusCode.Conflict, response.StatusCode);
        Assert.DoesNotContain("no luck", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_route_prefix_is_that_of_host_json()
    {
        await using var host = await TestHost.Start(
            [typeof(StaticFunctions)], hostJson: """{ /* as the host reads it */ "version": "2.0", "extensions": { "http": { "routePrefix": "v1/open" } } }""");
        Assert.Equal("static", await host.Http.GetStringAsync("v1/open/still", Cancellation));
    }

    private static async Task AssertProblem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((code, (int)status), (problem.GetProperty("code").GetString(), problem.GetProperty("status").GetInt32()));
    }

    public sealed class Functions(Service service)
    {
        [Function("Thing")]
        public IResult Thing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:int}")] HttpRequest request, string id) =>
            Results.Text($"thing {id}{request.QueryString}");

        [Function("Optional")]
        public IResult Optional([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{rest?}")] HttpRequest request, string? rest) =>
            Results.Text($"optional {rest}{request.QueryString}");

        [Function("Unrouted")]
        public IResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "")] HttpRequest request) => Results.Text($"by its name{request.QueryString}");

        [Function("SharedRead")]
        public IResult SharedRead([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/shared/")] HttpRequest request) =>
            Results.Text($"read{request.QueryString}");

        [Function("SharedPut")]
        public IResult SharedPut([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "shared")] HttpRequest request) =>
            Results.Text($"put{request.QueryString}");

        [Function("Unbound")]
        public IResult Unbound([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, string? word, int number = 7) =>
            Results.Text($"{word ?? "null"} and {number}{request.QueryString}");

        [Function("UnboundNumber")]
        public IResult UnboundNumber([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, int number) =>
            Results.Text($"{number}{request.QueryString}");

        [Function("Named")]
        public Task<IResult> Named([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.FromResult(Results.Text(request.Method));

        [Function("Written")]
        public async Task Written([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, FunctionContext context, CancellationToken cancellation)
        {
            Assert.Same(request.HttpContext, context.GetHttpContext());
            Assert.Equal("Written", context.FunctionDefinition.Name);
            await request.HttpContext.Response.WriteAsync("written", cancellation);
        }

        [Function("Locked")]
        public IResult Locked([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Results.Text(request.Method);

        [Function("Failing")]
        public IResult Failing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => throw new InvalidOperationException("no luck");

        [Function("Breaking")]
        public IResult Breaking([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Stream(async body =>
        {
            await body.WriteAsync(new byte[10]);
            await body.FlushAsync();
            throw new InvalidOperationException("broke off");
        });

        [Function("Disallowing")]
        public IResult Disallowing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.StatusCode(405);

        [Function("Poco")]
        public object Poco([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new { request.Method };

        [Function("Scoped")]
        public IResult Scoped([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text($"{service.Id}{request.QueryString}");
    }

    internal static class StaticFunctions
    {
        [Function("Still")]
        public static IResult Still([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text($"static{request.QueryString}");
    }

    public sealed class Service : IDisposable
    {
        private static int _made;

        public static System.Collections.Concurrent.ConcurrentBag<string> Disposed { get; } = [];

        public string Id { get; } = $"service {Interlocked.Increment(ref _made)}";

        public void Dispose() => Disposed.Add(Id);
    }

    private sealed class Boundary : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            try
            {
                await next(context);
            }
            catch (InvalidOperationException failure) when (context.GetHttpContext() is not null)
            {
                context.GetInvocationResult().Value = Results.Text($"{context.FunctionDefinition.Name}: {failure.Message}", statusCode: 409);
            }
        }
    }
}
