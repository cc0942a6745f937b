using System.Net;
using FunctionsHost.Rpc;
using FunctionsHost.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace FunctionsHost.Http;

/// <summary>Runs an HTTP function: the invocation is announced to the worker, and the request itself is forwarded to its web server.</summary>
internal sealed partial class RequestForwarder(
    WorkerSupervisor workers, IHttpForwarder forwarder, HostJson hostJson, TimeProvider time, ILogger<RequestForwarder> log) : IDisposable
{
    // The limit of Azure's front end is 230 seconds; this is the limit of the real host.
    private static readonly ForwarderRequestConfig Config = new()
    {
        ActivityTimeout = TimeSpan.FromSeconds(240),
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
    });

    public async Task Run(HttpContext context, FunctionMetadata function, RouteValueDictionary route)
    {
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize < context.Request.ContentLength)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var channel = await workers.Channel(context.RequestAborted);
        if (channel.HttpAddress is not { } address) throw new InvalidOperationException($"{function.Name} has an HTTP trigger, and its worker serves no HTTP.");
        var invocation = new Invocation { InvocationId = Guid.CreateVersion7(time.GetUtcNow()).ToString(), FunctionId = function.Id, TraceContext = Traces.Current() };
        invocation.InputData.Add(new Parameter { Name = function.TriggerName, Data = new Value { Http = new Rpc.Http() } });
        foreach (var (name, value) in route)
            if (value is not null) invocation.TriggerMetadata[name] = new Value { Text = value.ToString() };
        // Connects the request with its invocation. A caller can't set it.
        context.Request.Headers["x-ms-invocation-id"] = invocation.InvocationId;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        await using var timeout = new FunctionTimer(function.Name, invocation.InvocationId, hostJson.FunctionTimeout, time, stop, workers, log);
        try
        {
            var running = workers.Invoke(invocation, stop.Token);
            var failure = await forwarder.SendAsync(context, address.ToString(), _client, Config);
            // Without its request the function would wait for it for a quarter of a minute.
            if (failure != ForwarderError.None) await stop.CancelAsync();
            var outcome = await running;
            if (failure != ForwarderError.None && !context.RequestAborted.IsCancellationRequested) LogNotForwarded(function.Name, failure);
            Finish(context, failure, outcome.Status == Outcome.Types.Status.Success);
        }
        catch (WorkerLostException)
        {
            LogWorkerLost(function.Name);
            Finish(context, ForwarderError.Request, succeeded: false);
        }
    }

    public void Dispose() => _client.Dispose();

    // An error of the web server while the body is read, above all a body over the limit, has a status of its own. All others are a 500.
    private static void Finish(HttpContext context, ForwarderError failure, bool succeeded)
    {
        if (context.Response.HasStarted || (failure == ForwarderError.None && succeeded)) return;
        context.Response.Clear();
        context.Response.StatusCode = Refusal(context.Features.Get<IForwarderErrorFeature>()?.Exception)?.StatusCode ?? StatusCodes.Status500InternalServerError;
    }

    private static BadHttpRequestException? Refusal(Exception? failure) => failure switch
    {
        BadHttpRequestException refusal => refusal,
        AggregateException all => all.InnerExceptions.Select(Refusal).FirstOrDefault(refusal => refusal is not null),
        _ => failure?.InnerException is { } inner ? Refusal(inner) : null,
    };

    [LoggerMessage(20, LogLevel.Error, "The request of {Function} could not be forwarded: {Error}.")]
    private partial void LogNotForwarded(string function, ForwarderError error);

    [LoggerMessage(21, LogLevel.Error, "{Function} failed: its worker ended.")]
    private partial void LogWorkerLost(string function);
}
