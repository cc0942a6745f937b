using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace DetainerLedger.Storage.Tests;

/// <summary>Storage that fails every request as long as the outage lasts.</summary>
internal sealed class Outage : HttpPipelinePolicy
{
    public Func<bool> Lasts { get; set; } = () => true;

    /// <summary>Requests that were failed.</summary>
    public int Failed { get; private set; }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!Lasts()) return ProcessNextAsync(message, pipeline);
        Failed++;
        throw new RequestFailedException(503, "The server is busy.", "ServerBusy", null);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The ledger sends nothing synchronously.");
}
