using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace DetainerLedger.Functions;

/// <summary>Responds from the <see cref="ResponseCache"/> instead of running the function, while the cached response is valid.</summary>
public sealed class ResponseCacheMiddleware(ResponseCache cache) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { Request: var request } && ResponseCache.Serves(request)
            ? Answer(context, request, next)
            : next(context);

    private async Task Answer(FunctionContext context, HttpRequest request, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition.Name;
        if (await cache.Find(function, request) is { } cached)
        {
            context.GetInvocationResult().Value = cached;
            return;
        }

        await next(context);
        var result = context.GetInvocationResult();
        if (result.Value is ApiResult answer) result.Value = cache.Keep(function, request, answer);
    }
}
