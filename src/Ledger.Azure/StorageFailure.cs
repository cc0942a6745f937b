using System.Net.Sockets;
using Azure;
using Azure.Identity;

namespace DetainerLedger.Storage;

/// <summary>Tells failures of storage, which pass without anybody's help, from faults of this program.</summary>
public static class StorageFailure
{
    /// <summary>
    /// Whether a failed operation on storage may succeed when it is repeated later. A cancellation counts, since the SDK reports its
    /// own timeouts as one: rule out the caller's cancellation first.
    /// </summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        RequestFailedException request => IsTransient(request),
        // What the SDK throws when it has used up its own retries.
        AggregateException attempts => attempts.InnerExceptions.Count > 0 && attempts.InnerExceptions.All(IsTransient),
        AuthenticationFailedException or TimeoutException or OperationCanceledException => true,
        IOException or HttpRequestException or SocketException => true,
        _ => false,
    };

    private static bool IsTransient(RequestFailedException failure) => failure switch
    {
        // Status 0: there was no response. 401 and 403 end when a role or a network rule becomes effective; 409 and 412 when the other
        // writer is done.
        { Status: 0 or 401 or 403 or 408 or 409 or 412 or 429 or >= 500 } => true,
        // Not a missing blob or entity: the container or table itself is away.
        { ErrorCode: "ContainerNotFound" or "TableNotFound" } => true,
        _ => false,
    };
}
