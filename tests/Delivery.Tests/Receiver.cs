using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Delivery.Tests;

/// <summary>A real receiver of webhooks, which answers challenges and fails on demand.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/hook";

    public ConcurrentQueue<(IHeaderDictionary Headers, string Body)> Events { get; } = new();

    public bool AnswersChallenges { get; set; } = true;

    /// <summary>What it answers to an event; null for 204.</summary>
    public RequestDelegate? Answer { get; set; }

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.Receive);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        try { await _app.StopAsync(now.Token); }
        catch (OperationCanceledException) { }
        await _app.DisposeAsync();
    }

    private async Task Receive(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        using var json = JsonDocument.Parse(body);
        if (json.RootElement.GetProperty("type").GetString() == "endpoint.test")
        {
            if (AnswersChallenges) await context.Response.WriteAsync(json.RootElement.GetProperty("data").GetProperty("challenge").GetString()!);
            return;
        }

        Events.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary()), body));
        if (Answer is { } answer) await answer(context);
        else context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
