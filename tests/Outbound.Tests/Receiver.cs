using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Outbound.Tests;

/// <summary>A real HTTP server on a loopback port.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private Receiver(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.First()).Port;

    public int Requests => _requests;

    public static async Task<Receiver> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinResponseDataRate = null);
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(context =>
        {
            Interlocked.Increment(ref receiver._requests);
            return answer(context);
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that never end are abandoned.
        using var now = new CancellationTokenSource(0);
        try { await _app.StopAsync(now.Token); }
        catch (OperationCanceledException) { }
        await _app.DisposeAsync();
    }
}
