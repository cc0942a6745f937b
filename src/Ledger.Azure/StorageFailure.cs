using System.Net.Sockets;
using Azure;
using Azure.Identity;

namespace DetainerLedger.Storage;

/// <summary>Distinguishes storage failures, which are transient, from faults in this program.</summary>
public static class StorageFailure
{
    /// <summary>
    /// Whether a failed storage operation may succeed when it is retried later. A cancellation counts, since the SDK reports its
    /// own timeouts as cancellations: rule out the caller's cancellation first.
    /// </summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        RequestFailedException request => IsTransient(request),
        // The SDK throws this when its own retries are exhausted.
        AggregateException attempts => attempts.InnerExceptions.Count > 0 && attempts.InnerExceptions.All(IsTransient),
        AuthenticationFailedException or TimeoutException or OperationCanceledException => true,
        IOException or HttpRequestException or SocketException => true,
        _ => false,
    };

    private static bool IsTransient(RequestFailedException failure) => failure switch
    {
        // Status 0 means no response. 401 and 403 end when a role or a network rule takes effect; 409 and 412 when the other writer
        // has finished.
        { Status: 0 or 401 or 403 or 408 or 409 or 412 or 429 or >= 500 } => true,
        // The container or table itself is missing, not a blob or entity.
        { ErrorCode: "ContainerNotFound" or "TableNotFound" } => true,
        _ => false,
    };
}
