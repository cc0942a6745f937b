using System.Text.Json;
using FunctionsHost.Rpc;
using FunctionsHost.Triggers;

namespace FunctionsHost.Http;

/// <summary>The part of the real host's management API that people use by hand: listing the functions, the host's status, and running a function now.</summary>
internal sealed class AdminRoutes(
    LaunchOptions options, HostJson hostJson, FunctionKeys keys, DisabledFunctions disabled, TriggerHost triggers, IReadOnlyList<FunctionMetadata> functions, TimeProvider time)
{
    private readonly long _startedAt = time.GetTimestamp();

    public void Map(IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/admin").AddEndpointFilter(async (context, next) => Refused(context.HttpContext) ?? await next(context));
        admin.MapGet("/host/status", () => new
        {
            id = options.HostId,
            state = "Running",
            version = typeof(AdminRoutes).Assembly.GetName().Version?.ToString(3),
            processUptime = (long)time.GetElapsedTime(_startedAt).TotalMilliseconds,
        });
        admin.MapGet("/functions", () => functions.Select(Describe));
        admin.MapGet("/functions/{name}", (string name) => Find(name) is { } function ? Results.Json(Describe(function)) : new Status(StatusCodes.Status404NotFound));
        admin.MapPost("/functions/{name}", async (string name, HttpContext context) => await Run(name, context));
    }

    private Status? Refused(HttpContext context) =>
        keys.IsMaster(context.Request) ? null : new Status(keys.IsKnown(context.Request) ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized);

    private FunctionMetadata? Find(string name) => functions.FirstOrDefault(function => string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase));

    private object Describe(FunctionMetadata function) => new
    {
        name = function.Name,
        language = "dotnet-isolated",
        isDisabled = disabled.Contains(function.Name),
        config = new { name = function.Name, bindings = function.Bindings },
        invoke_url_template = function.TriggerType == "httptrigger" ? $"/{hostJson.RoutePrefix}/{function.Text("route") ?? function.Name}" : null,
    };

    private async Task<Status> Run(string name, HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) return new Status(StatusCodes.Status415UnsupportedMediaType);
        string? input;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            input = InputOf(body.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            return new Status(StatusCodes.Status400BadRequest);
        }

        // An HTTP function has a route; there is no request here that could be forwarded to it.
        if (Find(name) is not { TriggerType: not "httptrigger" } function) return new Status(StatusCodes.Status404NotFound);
        triggers.RunNow(function, input);
        return new Status(StatusCodes.Status202Accepted);
    }

    private static string? InputOf(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new FormatException("The body is no JSON object.");
        if (!body.TryGetProperty("input", out var input)) return null;
        return input.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object or JsonValueKind.Array => throw new FormatException("The input is no value."),
            _ => input.ToString(),
        };
    }

    // The real host's own responses have no body.
    private sealed class Status(int code) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = code;
            return Task.CompletedTask;
        }
    }
}
