using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace DetainerLedger.Storage.Tests;

/// <summary>Fails one request: before it is sent, or after the store has done it, when only the answer is lost.</summary>
internal sealed class FailingRequest(int number, bool afterwards) : HttpPipelinePolicy
{
    private int _sent;

    public bool HasFailed { get; private set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        // What follows a failure fails too: the process is gone.
        var position = Interlocked.Increment(ref _sent);
        if (position < number)
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        HasFailed = true;
        if (position == number && afterwards) await ProcessNextAsync(message, pipeline);
        throw new RequestFailedException(0, "The connection broke.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The ledger sends nothing synchronously.");
}
