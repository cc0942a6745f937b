using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ProbeApp;

public sealed partial class HttpProbes(Journal journal, ILogger<HttpProbes> log)
{
    private static readonly ConcurrentDictionary<int, byte[]> Zeros = new();

    [Function("Hello")]
    public IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello")] HttpRequest request) =>
        Results.Json(new { process = Environment.ProcessId, host = request.Host.Value });

    [Function("Keyed")]
    public IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest request) => Results.Text("opened");

    [Function("KeyedToo")]
    public IResult KeyedToo([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyedtoo")] HttpRequest request) => Results.Text("opened");

    [Function("Masters")]
    public IResult Masters([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "masters")] HttpRequest request) => Results.Text("opened");

    [Function("Unrouted")]
    public IResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("by its name");

    [Function("RouteA")]
    public IResult RouteA([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id}")] HttpRequest request, string id) => Results.Text($"thing {id}");

    [Function("RouteB")]
    public IResult RouteB([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "things/newest")] HttpRequest request) => Results.Text("the newest");

    [Function("RouteC")]
    public IResult RouteC([HttpTrigger(AuthorizationLevel.Anonymous, Route = "things/{*path}")] HttpRequest request, string? path) => Results.Text($"the rest {path}");

    [Function("Typed")]
    public IResult Typed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "typed/{number:int}/{word?}")] HttpRequest request, int number, string? word) =>
        Results.Text($"{number} {word ?? "none"}");

    [Function("Throw")]
    public IResult Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throw")] HttpRequest request) => throw new InvalidOperationException("secret words");

    [Function("OwnStatus")]
    public IResult OwnStatus([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "status/{code:int}")] HttpRequest request, int code) =>
        Results.Text("of the function's own", statusCode: code);

    [Function("Nothing")]
    public string Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request) => "not an answer";

    [Function("Count")]
    public async Task<IResult> Count([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "count")] HttpRequest request)
    {
        long count = 0;
        var buffer = new byte[65536];
        int read;
        while ((read = await request.Body.ReadAsync(buffer)) > 0) count += read;
        return Results.Text($"{count}");
    }

    [Function("Unread")]
    public IResult Unread([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "unread")] HttpRequest request) => Results.Text("not read", statusCode: 413);

    [Function("Bytes")]
    public IResult Bytes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bytes/{count:long}")] HttpRequest request, long count) => Results.Stream(async body =>
    {
        var buffer = new byte[65536];
        for (var left = count; left > 0; left -= buffer.Length) await body.WriteAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)));
    });

    /// <summary>The least that a function can do: what tests/Benchmarks compares with.</summary>
    [Function("Payload")]
    public IResult Payload([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "payload/{count:int}")] HttpRequest request, int count) =>
        count == 0 ? Results.StatusCode(304) : Results.Bytes(Zeros.GetOrAdd(count, size => new byte[size]), "application/json");

    [Function("Wait")]
    public async Task<IResult> Wait([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait/{milliseconds:int}")] HttpRequest request, int milliseconds, CancellationToken cancellation)
    {
        await journal.Add("wait begins");
        try
        {
            await Task.Delay(milliseconds, cancellation);
        }
        catch (OperationCanceledException)
        {
            await journal.Add("wait cancelled");
            throw;
        }

        return Results.Text("waited");
    }

    [Function("Hang")]
    public async Task<IResult> Hang([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hang")] HttpRequest request)
    {
        await Task.Delay(Timeout.Infinite);
        return Results.Text("never");
    }

    [Function("Die")]
    public IResult Die([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "die")] HttpRequest request)
    {
        Environment.FailFast("The probe was asked to die.");
        return Results.Text("never");
    }

    [Function("Trace")]
    public IResult Trace([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "trace")] HttpRequest request, FunctionContext context) => Results.Json(new
    {
        parent = context.TraceContext.TraceParent,
        state = context.TraceContext.TraceState,
        trace = Activity.Current?.TraceId.ToString(),
    });

    [Function("Setting")]
    public IResult Setting([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "setting/{name}")] HttpRequest request, string name) =>
        Results.Text(Environment.GetEnvironmentVariable(name) ?? "not set");

    [Function("Say")]
    public IResult Say([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "say/{word}")] HttpRequest request, string word)
    {
        LogWord(word);
        return Results.NoContent();
    }

    [LoggerMessage(1, LogLevel.Information, "The probe says {Word}")]
    private partial void LogWord(string word);
}
