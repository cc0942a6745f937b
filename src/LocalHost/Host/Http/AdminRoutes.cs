using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalHost.Host.Http;

/// <summary>Runs a function now that waits for something else: a time, a blob.</summary>
internal sealed partial class AdminRoutes(
    FunctionCatalog functions, IEnumerable<IManualRun> listeners, Keys keys, RunningFunctions running, IHostApplicationLifetime lifetime, ILogger<AdminRoutes> log)
{
    public void Map(WebApplication app) => app.MapMethods("/admin/functions/{name}", ["POST"], (RequestDelegate)Run);

    private async Task Run(HttpContext http)
    {
        if (!keys.Opens(http.Request, AuthorizationLevel.Admin))
        {
            await (keys.Opens(http.Request, AuthorizationLevel.Function) ? HostProblems.Forbidden(http) : HostProblems.Unauthorized(http));
            return;
        }

        var (readable, input) = await ReadInput(http.Request);
        if (!readable)
        {
            await HostProblems.Write(http, StatusCodes.Status400BadRequest, "invalid-input", "The body can't be read", """The body is JSON such as {"input": "…"}, or empty.""");
            return;
        }

        var function = functions.Find(http.Request.RouteValues["name"]?.ToString() ?? "");
        var listener = function is null ? null : listeners.FirstOrDefault(listener => listener.Listens(function));
        if (function is null || listener is null)
        {
            await HostProblems.NotFound(http);
            return;
        }

        running.Track(RunLater(listener, function, input));
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task RunLater(IManualRun listener, FunctionDescriptor function, string? input)
    {
        await Task.Yield();
        try
        {
            await listener.Run(function, input, lifetime.ApplicationStopping);
        }
        catch (Exception failure)
        {
            Failed(function.Name, failure);
        }
    }

    // The host wants JSON of whoever asks; a command line without a body is understood here.
    private static async Task<(bool Readable, string? Input)> ReadInput(HttpRequest request)
    {
        using var body = new StreamReader(request.Body);
        var text = await body.ReadToEndAsync(request.HttpContext.RequestAborted);
        if (text.Length == 0) return (true, null);
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind != JsonValueKind.Object ? (false, null)
                : !json.RootElement.TryGetProperty("input", out var input) ? (true, null)
                : (true, input.ValueKind == JsonValueKind.String ? input.GetString() : input.GetRawText());
        }
        catch (JsonException)
        {
            return (false, null);
        }
    }

    [LoggerMessage(EventId = 120, Level = LogLevel.Error, Message = "{Function}, run by hand, failed")]
    private partial void Failed(string function, Exception failure);
}
