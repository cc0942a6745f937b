using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DetainerLedger.Benchmarks.Http;

/// <summary>Kestrel, and one delegate that sends one answer to whatever is asked: no routing, no middleware, no logging.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    // Kestrel says these itself.
    private static readonly string[] Own = ["Date", "Content-Length", "Transfer-Encoding"];

    private readonly WebApplication _app;

    private BareEndpoint(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="answer">What to send: its status, headers and bytes.</param>
    public static async Task<BareEndpoint> Start(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => !Own.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)))
            .ToArray();
        var status = (int)answer.StatusCode;

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(http =>
        {
            http.Response.StatusCode = status;
            foreach (var (name, value) in headers) http.Response.Headers[name] = value;
            if (body.Length == 0) return Task.CompletedTask;
            http.Response.ContentLength = body.Length;
            return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
        });
        await app.StartAsync();
        return new BareEndpoint(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
