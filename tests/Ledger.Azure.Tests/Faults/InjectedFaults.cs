using Azure.Core;
using Azure.Core.Pipeline;

namespace DetainerLedger.Storage.Tests.Faults;

/// <summary>Counts requests, and injects faults into those with certain numbers.</summary>
/// <param name="faults">By the number of the request, from 1.</param>
internal sealed class InjectedFaults(IReadOnlyDictionary<int, Fault> faults) : HttpPipelinePolicy
{
    private int _sent;
    private int _injected;

    public int Sent => _sent;

    public int Injected => _injected;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!faults.TryGetValue(Interlocked.Increment(ref _sent), out var fault))
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        Interlocked.Increment(ref _injected);
        if (fault is Fault.TimeoutAfter or Fault.ResetAfter or Fault.ServerErrorAfter) await ProcessNextAsync(message, pipeline);
        message.Response = fault switch
        {
            Fault.TimeoutBefore or Fault.TimeoutAfter => throw new TaskCanceledException("The operation was canceled because it exceeded the time limit."),
            Fault.ResetBefore or Fault.ResetAfter => throw new IOException("The connection was reset."),
            Fault.ServerErrorBefore or Fault.ServerErrorAfter => new InjectedResponse(message.Request, 500, "InternalError"),
            Fault.Conflict => new InjectedResponse(message.Request, 409, Code(message, "ContainerBeingDeleted", "QueueBeingDeleted", "TableBeingDeleted")),
            Fault.PreconditionFailed => new InjectedResponse(message.Request, 412, Code(message, "ConditionNotMet", "ConditionNotMet", "UpdateConditionNotSatisfied")),
            Fault.Busy => new InjectedResponse(message.Request, 503, "ServerBusy"),
            Fault.TooManyRequests => new InjectedResponse(message.Request, 429, "TooManyRequests"),
            _ => throw new InvalidOperationException($"{fault} is not supported."),
        };
    }

    private static string Code(HttpMessage message, string ofBlobs, string ofQueues, string ofTables) => message.Request.Uri.Path switch
    {
        var path when path.Contains("/reports", StringComparison.Ordinal) || path.Contains("/originals", StringComparison.Ordinal) => ofBlobs,
        var path when path.Contains("/messages", StringComparison.Ordinal) => ofQueues,
        _ => ofTables,
    };

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The ledger sends nothing synchronously.");
}
