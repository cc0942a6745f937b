using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Acceptance.App;

/// <summary>The app, and a real web site on this machine that it watches.</summary>
public sealed class WatchedApp : IAsyncLifetime
{
    public const string Page = "/reports";

    public TheApp App { get; private set; } = null!;

    public WebSite Site { get; private set; } = null!;

    /// <summary>Runs the timer's function, as an operator does.</summary>
    public async Task Look()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/functions/WatchSources") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", TheApp.Key);
        using var answer = await App.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>Looks until a capture has the outcome, once more than there are now.</summary>
    public async Task<JsonNode> LookUntil(string outcome)
    {
        for (var i = 0; i < 120; i++)
        {
            await Look();
            await Task.Delay(500, TestContext.Current.CancellationToken);
            var captures = (await App.Read($"/api/captures?limit=1000&source={Uri.EscapeDataString(Site.At(Page))}")).Rows("captures");
            if (captures.FirstOrDefault(capture => capture.Text("outcome") == outcome) is { } found) return found;
        }

        Assert.Fail($"No look found a file {outcome}:\n{App.Output}");
        return null!;
    }

    public async ValueTask InitializeAsync()
    {
        Site = await WebSite.Start();
        App = new TheApp
        {
            MoreSettings = new Dictionary<string, string>
            {
                ["Sources__0__Page"] = Site.At(Page),
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
        await Site.DisposeAsync();
    }
}
