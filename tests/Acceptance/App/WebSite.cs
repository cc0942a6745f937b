using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acceptance.App;

/// <summary>A real web site on this machine. What it serves can be changed at any time.</summary>
public sealed class WebSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Type, byte[] Bytes)> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);
    private readonly WebApplication _site;

    private WebSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.Run(async http =>
        {
            var path = http.Request.Path.Value!;
            _requests.AddOrUpdate(path, 1, (_, count) => count + 1);
            if (!_files.TryGetValue(path, out var file))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            http.Response.ContentType = file.Type;
            await http.Response.Body.WriteAsync(file.Bytes);
        });
    }

    public static async Task<WebSite> Start()
    {
        var site = new WebSite();
        await site._site.StartAsync();
        return site;
    }

    public string At(string path) => new Uri(new Uri(_site.Urls.Single()), path).AbsoluteUri;

    public void Serve(string path, byte[] bytes, string type = "application/json") => _files[path] = (type, bytes);

    public void Remove(string path) => _files.TryRemove(path, out _);

    public int Count(string path) => _requests.GetValueOrDefault(path);

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
