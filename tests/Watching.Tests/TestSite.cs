using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Watching.Tests;

/// <summary>A real web server on this machine. What it serves can be changed at any time.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, IHeaderDictionary Headers)> _requests = new();
    private int _running;

    private TestSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<(string Path, IHeaderDictionary Headers)> Requests => [.. _requests];

    /// <summary>How many requests were ever answered at the same time.</summary>
    public int MostAtOnce { get; private set; }

    public static async Task<TestSite> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(server => server.AllowSynchronousIO = true);
        var app = builder.Build();
        var site = new TestSite(app);
        app.Run(site.Answer);
        await app.StartAsync();
        return site;
    }

    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    public int Count(string path) => Requests.Count(request => request.Path == path);

    public void On(string path, RequestDelegate answer) => _paths[path] = answer;

    public void Remove(string path) => _paths.TryRemove(path, out _);

    /// <summary>Serves bytes with an entity tag, and 304 to who has them.</summary>
    public void Serve(string path, byte[] bytes, string contentType = "application/json")
    {
        var tag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes).AsSpan(0, 8))}\"";
        On(path, async http =>
        {
            http.Response.Headers.ETag = tag;
            http.Response.Headers.LastModified = "Mon, 10 Apr 2017 08:00:00 GMT";
            if (http.Request.Headers.IfNoneMatch == tag)
            {
                http.Response.StatusCode = 304;
                return;
            }

            http.Response.ContentType = contentType;
            http.Response.ContentLength = bytes.Length;
            await http.Response.Body.WriteAsync(bytes);
        });
    }

    public void ServePage(string path, params string[] links) => Serve(
        path, Encoding.UTF8.GetBytes($"<!doctype html><title>Reports</title>{string.Concat(links.Select(link => $"<p><a href=\"{link}\">Report</a>"))}"), "text/html; charset=utf-8");

    public void ServeStatus(string path, int status, params (string Name, string Value)[] headers) => On(path, http =>
    {
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers) http.Response.Headers[name] = value;
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var path = http.Request.Path + http.Request.QueryString.Value;
        _requests.Enqueue((path, new HeaderDictionary(http.Request.Headers.ToDictionary())));
        lock (_requests) MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _running));
        try
        {
            if (_paths.TryGetValue(path, out var answer)) await answer(http);
            else http.Response.StatusCode = 404;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
