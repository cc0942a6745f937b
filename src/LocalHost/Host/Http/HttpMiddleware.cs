using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalHost.Host.Http;

/// <summary>
/// What <c>ConfigureFunctionsWebApplication</c> adds: it brings the HTTP request in, and sends the answer. Middleware that
/// is registered after it is inside, and is done when the answer is sent; one registered before it has no say in either.
/// </summary>
internal static partial class HttpMiddleware
{
    public static FunctionExecutionDelegate Around(FunctionExecutionDelegate next) => async context =>
    {
        var local = LocalContext.Of(context);
        local.OpenHttp();
        await next(context);
        if (local.Http is not { } http) return;

        if (local.Result.Value is IResult answer) await answer.ExecuteAsync(http);
        else if (local.Result.Value is { } other) NotAnAnswer(local.InstanceServices.GetRequiredService<ILogger<HttpFunctions>>(), context.FunctionDefinition.Name, other.GetType().Name);
    };

    [LoggerMessage(EventId = 111, Level = LogLevel.Warning, Message = "{Function} returned a {Type}, which is no IResult: the answer is empty, as on Azure")]
    private static partial void NotAnAnswer(ILogger log, string function, string type);
}
