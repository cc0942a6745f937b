using Azure;
using DetainerLedger.Functions.Api.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions;

/// <summary>
/// Around every function: what it logs carries the invocation's id in its scope, which an HTTP answer names too, and an
/// HTTP request that fails is answered as all errors are. A trigger's failure passes on, for the host to retry.
/// </summary>
public sealed partial class FailureBoundary(ILogger<FailureBoundary> log) : IFunctionsWorkerMiddleware
{
    public const string CorrelationHeader = "x-correlation-id";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var scope = log.BeginScope(new Dictionary<string, object> { ["InvocationId"] = context.InvocationId });
        var http = context.GetHttpContext();
        if (http is null)
        {
            await next(context);
            return;
        }

        http.Response.Headers[CorrelationHeader] = context.InvocationId;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            context.GetInvocationResult().Value = Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        catch (Exception failure)
        {
            Failed(context.FunctionDefinition.Name, context.InvocationId, failure);
            context.GetInvocationResult().Value = Answer(failure);
        }
    }

    private static Problem Answer(Exception failure) => failure switch
    {
        BadHttpRequestException => Problems.BrokenRequest,
        // Status 0: no answer came at all.
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => Problems.StorageUnavailable,
        AggregateException { InnerException: RequestFailedException } => Problems.StorageUnavailable,
        _ => Problems.Internal,
    };

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "{Function} failed in the invocation {InvocationId}")]
    private partial void Failed(string function, string invocationId, Exception failure);
}
