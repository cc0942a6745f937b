using Azure.Core;
using Azure.Core.Pipeline;

namespace DetainerLedger.Storage.Tests;

/// <summary>Counts the requests that go to storage, and holds each to what Azure takes in one.</summary>
internal sealed class RequestLog : HttpPipelineSynchronousPolicy
{
    private const long AzureLimit = 4 * 1024 * 1024;
    private readonly List<string> _requests = [];

    public int Reads => Count("GET ");

    public int Writes => Total - Reads;

    public int Total => Count("");

    public void Clear()
    {
        lock (_requests) _requests.Clear();
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Content is { } content && content.TryComputeLength(out var length))
            Assert.True(length < AzureLimit, $"A request of {length:N0} bytes: Azure takes {AzureLimit:N0}.");
        lock (_requests) _requests.Add($"{message.Request.Method} {message.Request.Uri}");
    }

    public override string ToString()
    {
        lock (_requests) return string.Join(Environment.NewLine, _requests);
    }

    private int Count(string method)
    {
        lock (_requests) return _requests.Count(request => request.StartsWith(method, StringComparison.Ordinal));
    }
}
