using Azure.Core;
using Azure.Core.Pipeline;

namespace DetainerLedger.Storage.Tests;

/// <summary>Lets something happen just before the first transaction on the index is sent: what was read for it is old then.</summary>
internal sealed class BeforeTransaction(Func<Task> happens) : HttpPipelinePolicy
{
    private int _happened;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Content is { } content && await IsOnTheIndex(content) && Interlocked.Exchange(ref _happened, 1) == 0) await happens();
        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The ledger sends nothing synchronously.");

    private static async Task<bool> IsOnTheIndex(RequestContent content)
    {
        using var body = new MemoryStream();
        await content.WriteToAsync(body, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(body.ToArray()).Contains("PartitionKey\":\"index\"", StringComparison.Ordinal);
    }
}
