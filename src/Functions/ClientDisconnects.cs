using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions;

/// <summary>Sends an answer. When the caller has left, that is no failure of the function: nobody would read the answer.</summary>
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
            // The connection is gone, and with it the reason to send anything.
        }
    }

    /// <summary>
    /// Whether an operation failed because the caller has left. The body of a request that broke off may be noticed by whoever reads
    /// it before the server says so; storage then reports that it couldn't read what it was to store.
    /// </summary>
    public static bool Is(Exception failure, HttpContext http) => http.RequestAborted.IsCancellationRequested
        ? failure is OperationCanceledException or IOException or AggregateException
        : failure is ConnectionResetException or ConnectionAbortedException
            or AggregateException { InnerException: ConnectionResetException };
}
