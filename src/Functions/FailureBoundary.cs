using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions;

/// <summary>
/// Middleware around every function: a failed HTTP request gets a problem response like all errors, and the failure of any other
/// trigger is logged and rethrown, for the host to retry. A client that disconnects is not a failure. Alerts select the log
/// entries by their event ids.
/// </summary>
public sealed partial class FailureBoundary(ILogger<FailureBoundary> log) : IFunctionsWorkerMiddleware
{
    public const string CorrelationHeader = "x-correlation-id";

    /// <summary>The response to a request that failed. A request that the server could not read keeps the server's status.</summary>
    public static Problem ProblemOf(Exception failure) => failure switch
    {
        BadHttpRequestException broken => Problems.BrokenRequest with { Status = broken.StatusCode },
        _ when StorageFailure.IsTransient(failure) => Problems.StorageUnavailable,
        _ => Problems.Internal,
    };

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http ? Answer(context, http, next) : Run(context, next);

    private async Task Answer(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        http.Response.Headers[CorrelationHeader] = context.InvocationId;
        try
        {
            await next(context);
            if (context.GetInvocationResult() is { Value: IResult answer } result) result.Value = new ClientDisconnects(answer);
        }
        catch (Exception failure) when (ClientDisconnects.Is(failure, http))
        {
            CallerLeft(context.FunctionDefinition.Name, context.InvocationId);
            context.GetInvocationResult().Value = new ClientDisconnects(Results.StatusCode(StatusCodes.Status499ClientClosedRequest));
        }
        catch (BadHttpRequestException failure)
        {
            BadRequest(context.FunctionDefinition.Name, context.InvocationId, failure.StatusCode, failure.Message);
            context.GetInvocationResult().Value = new ClientDisconnects(ProblemOf(failure));
        }
        catch (Exception failure)
        {
            Failed(context.FunctionDefinition.Name, context.InvocationId, failure);
            context.GetInvocationResult().Value = new ClientDisconnects(ProblemOf(failure));
        }
    }

    private async Task Run(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        // The host is stopping, and runs the function again after it has restarted.
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            if (StorageFailure.IsTransient(failure)) StorageFailed(context.FunctionDefinition.Name, context.InvocationId, failure);
            else TriggerFailed(context.FunctionDefinition.Name, context.InvocationId, failure);
            throw;
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "{Function} failed in the invocation {InvocationId}")]
    private partial void Failed(string function, string invocationId, Exception failure);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "The client of {Function} disconnected before the response of the invocation {InvocationId}")]
    private partial void CallerLeft(string function, string invocationId);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "The trigger {Function} failed in the invocation {InvocationId}")]
    private partial void TriggerFailed(string function, string invocationId, Exception failure);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "Storage failed for {Function} in the invocation {InvocationId}")]
    private partial void StorageFailed(string function, string invocationId, Exception failure);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Information, Message = "{Function} rejected the request of the invocation {InvocationId} with {Status}: {Reason}")]
    private partial void BadRequest(string function, string invocationId, int status, string reason);
}
