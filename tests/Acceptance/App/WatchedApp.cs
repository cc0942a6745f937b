using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acceptance.App;

/// <summary>The app, and a real web site on this machine that it watches.</summary>
public sealed class WatchedApp : IAsyncLifetime
{
    public const string Page = "/reports";

    private readonly ConcurrentDictionary<string, (string Type, byte[] Bytes)> _files = new(StringComparer.Ordinal);
    private readonly WebApplication _site;

    public WatchedApp()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.Run(async http =>
        {
            if (!_files.TryGetValue(http.Request.Path, out var file))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            http.Response.ContentType = file.Type;
            await http.Response.Body.WriteAsync(file.Bytes);
        });
    }

    public TheApp App { get; private set; } = null!;

    public string At(string path) => new Uri(new Uri(_site.Urls.Single()), path).AbsoluteUri;

    public void Serve(string path, byte[] bytes, string type = "application/json") => _files[path] = (type, bytes);

    public void Remove(string path) => _files.TryRemove(path, out _);

    /// <summary>Runs the timer's function, as an operator does.</summary>
    public async Task Look()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/functions/WatchSources") { Content = new StringContent("{}") };
        request.Headers.Add("x-functions-key", TheApp.Key);
        request.Content.Headers.ContentType = new("application/json");
        using var answer = await App.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>Looks until a capture has the outcome, once more than there are now.</summary>
    public async Task<System.Text.Json.Nodes.JsonNode> LookUntil(string outcome)
    {
        for (var i = 0; i < 120; i++)
        {
            await Look();
            await Task.Delay(500, TestContext.Current.CancellationToken);
            var captures = (await App.Read($"/api/captures?limit=1000&source={Uri.EscapeDataString(At(Page))}")).Rows("captures");
            if (captures.FirstOrDefault(capture => capture.Text("outcome") == outcome) is { } found) return found;
        }

        Assert.Fail($"No look found a file {outcome}:\n{App.Output}");
        return null!;
    }

    public async ValueTask InitializeAsync()
    {
        await _site.StartAsync();
        App = new TheApp
        {
            MoreSettings = new Dictionary<string, string>
            {
                ["Sources__0__Page"] = At(Page),
                ["Sources__0__Link"] = @"\.json$",
                ["Sources__0__Every"] = TimeSpan.FromSeconds(1).ToString("c", CultureInfo.InvariantCulture),
                ["Sources__ConfirmAfter"] = TimeSpan.FromSeconds(1).ToString("c", CultureInfo.InvariantCulture),
                ["Sources__Contact"] = "https://ledger.example/contact",
                ["Sources__AllowLocal"] = "true",
                ["Sources__Pause"] = "00:00:00",
            },
        };
        await App.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _site.DisposeAsync();
    }
}
