using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace DetainerLedger.Benchmarks.Backfilling;

/// <summary>Records each request that the SDK sends, with its body and signature.</summary>
internal sealed class RequestRecorder : HttpPipelinePolicy
{
    private ConcurrentQueue<SentRequest> _sent = new();

    public IReadOnlyCollection<SentRequest> Sent => _sent;

    /// <summary>What was recorded since the last call, in the order in which it was sent.</summary>
    public IReadOnlyList<SentRequest> Take() => [.. Interlocked.Exchange(ref _sent, new()).OrderBy(request => request.Began)];

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var began = Stopwatch.GetTimestamp();
        await ProcessNextAsync(message, pipeline);
        var ended = Stopwatch.GetTimestamp();
        byte[]? body = null;
        if (message.Request.Content is { } content)
        {
            using var copy = new MemoryStream();
            await content.WriteToAsync(copy, message.CancellationToken);
            body = copy.ToArray();
        }

        Keep(message, body, began, ended);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The ledger calls storage asynchronously.");

    private void Keep(HttpMessage message, byte[]? body, long began, long ended) => _sent.Enqueue(new SentRequest(
        message.Request.Method.Method, message.Request.Uri.ToUri(), [.. message.Request.Headers.Select(header => (header.Name, header.Value))],
        body, message.Response.Status, began, ended));
}
