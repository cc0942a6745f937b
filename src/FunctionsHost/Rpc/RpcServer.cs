using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FunctionsHost.Rpc;

/// <summary>The web server that the worker connects to: HTTP/2 without TLS, on a loopback port of its own.</summary>
internal sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RpcServer(WebApplication app, WorkerRegistry workers) => (_app, Workers) = (app, workers);

    public WorkerRegistry Workers { get; }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<RpcServer> Start(HostJson hostJson, CancellationToken cancellation)
    {
        var workers = new WorkerRegistry();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        HostLogging.Configure(builder.Logging, hostJson);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton(workers);
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = int.MaxValue);
        var app = builder.Build();
        app.MapGrpcService<FunctionRpcService>();
        await app.StartAsync(cancellation);
        return new RpcServer(app, workers);
    }

    public async ValueTask DisposeAsync()
    {
        // The stream of a worker that hangs would keep the server running for its whole shutdown timeout.
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
