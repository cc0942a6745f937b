using System.Collections.Concurrent;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host.Config;

namespace FunctionsHost.Triggers;

/// <summary>The web hooks that extensions register, called in this process: the local Event Grid posts to that of the blob trigger.</summary>
#pragma warning disable CS0618 // Not ready for public consumption, in the SDK's own words; the blob trigger takes events in no other way.
internal sealed class WebHooks : IWebHookProvider
#pragma warning restore CS0618
{
    private readonly ConcurrentDictionary<string, IAsyncConverter<HttpRequestMessage, HttpResponseMessage>> _handlers = new(StringComparer.OrdinalIgnoreCase);

    [Obsolete("The SDK calls its web hooks a preview.")]
    public Uri GetUrl(IExtensionConfigProvider extension)
    {
        var name = extension.GetType().Name.Replace("ExtensionConfigProvider", "", StringComparison.Ordinal).ToLowerInvariant();
        if (extension is IAsyncConverter<HttpRequestMessage, HttpResponseMessage> handler) _handlers[name] = handler;
        return new Uri($"http://localhost/runtime/webhooks/{name}");
    }

    public Task<HttpResponseMessage> Post(string extension, HttpRequestMessage request, CancellationToken cancellation) =>
        _handlers[extension].ConvertAsync(request, cancellation);
}
