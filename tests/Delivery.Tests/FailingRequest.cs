using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace DetainerLedger.Delivery.Tests;

/// <summary>Fails one request and all that follow, as when the process is killed: before it is sent, or after the store has done it.</summary>
internal sealed class FailingRequest(int number, bool afterwards) : HttpPipelinePolicy
{
    private int _sent;

    public bool HasFailed { get; private set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
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
        throw new NotSupportedException("Nothing is sent synchronously.");
}
