using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions;

/// <summary>Sends a response. A client that disconnects is not a failure of the function.</summary>
public sealed class ClientDisconnects(IResult answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await answer.ExecuteAsync(httpContext);
        }
        catch (Exception failure) when (Is(failure, httpContext))
        {
            // The connection is closed, so there is nothing to send.
        }
    }

    /// <summary>
    /// Whether an operation failed because the client disconnected. The code that reads the request body may notice an aborted request
    /// before the server reports it; storage then fails because it can't read the content to store.
    /// </summary>
    public static bool Is(Exception failure, HttpContext http) => http.RequestAborted.IsCancellationRequested
        ? failure is OperationCanceledException or IOException or AggregateException
        : failure is ConnectionResetException or ConnectionAbortedException
            or AggregateException { InnerException: ConnectionResetException };
}
