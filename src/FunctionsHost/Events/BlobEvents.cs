using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FunctionsHost.Triggers;

namespace FunctionsHost.Events;

/// <summary>
/// Replaces Event Grid on one machine: lists a container repeatedly, and posts <c>BlobCreated</c> for each new or overwritten blob
/// to the web hook of the blob trigger. A blob is recorded as posted only afterwards: like Event Grid, it delivers at least once.
/// </summary>
internal sealed partial class BlobEvents(
    string container, IReadOnlyList<BlobSubscription> subscriptions, BlobContainerClient records, WebHooks webHooks, LaunchOptions options, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly BlobContainerClient _container = new(subscriptions[0].Connection, container);
    private readonly BlobClient _record = records.GetBlobClient($"events/{options.HostId}/{container}");

    /// <summary>One listing for each container, regardless of the number of its functions.</summary>
    public static async Task Run(
        IEnumerable<BlobSubscription> subscriptions,
        BlobContainerClient records,
        WebHooks webHooks,
        LaunchOptions options,
        TimeProvider time,
        ILogger log,
        CancellationToken cancellation)
    {
        var groups = subscriptions.GroupBy(subscription => (subscription.Connection, subscription.Container));
        await Task.WhenAll(groups.Select(group => new BlobEvents(group.Key.Container, [.. group], records, webHooks, options, time, log).Watch(cancellation)));
    }

    private async Task Watch(CancellationToken cancellation)
    {
        Dictionary<string, string>? posted = null;
        while (!cancellation.IsCancellationRequested)
        {
            var pause = options.EventInterval;
            try
            {
                posted ??= await ReadRecord(cancellation);
                posted = await PostNew(posted, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogNotListed(_container.Name, failure.Message);
                pause = PauseAfterFailure;
            }

            await Task.Delay(pause, time, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task<Dictionary<string, string>> ReadRecord(CancellationToken cancellation)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await records.CreateIfNotExistsAsync(cancellationToken: cancellation);
        try
        {
            var content = await _record.DownloadContentAsync(cancellation);
            return content.Value.Content.ToObjectFromJson<Dictionary<string, string>>() ?? [];
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return [];
        }
    }

    /// <returns>The existing blobs, by name, with their ETags.</returns>
    private async Task<Dictionary<string, string>> PostNew(Dictionary<string, string> posted, CancellationToken cancellation)
    {
        var present = new Dictionary<string, string>(posted.Count);
        var changed = false;
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Properties.ETag is not { } tag) continue;
            var etag = tag.ToString();
            present[blob.Name] = etag;
            if (posted.TryGetValue(blob.Name, out var known) && known == etag) continue;
            foreach (var subscription in subscriptions.Where(subscription => subscription.Includes(blob.Name))) await Post(subscription, blob, etag, cancellation);
            changed = true;
        }

        if (changed || present.Count != posted.Count) await _record.UploadAsync(BinaryData.FromObjectAsJson(present), overwrite: true, cancellation);
        return present;
    }

    private async Task Post(BlobSubscription subscription, BlobItem blob, string etag, CancellationToken cancellation)
    {
        var uri = new UriBuilder(_container.GetBlobClient(blob.Name).Uri);
        // The trigger takes the account from the host name unless that is an IP address.
        if (uri.Host == "localhost") uri.Host = "127.0.0.1";
        var now = time.GetUtcNow();
        var events = new[]
        {
            new
            {
                id = Guid.CreateVersion7(now),
                topic = "local",
                subject = $"/blobServices/default/containers/{_container.Name}/blobs/{blob.Name}",
                eventType = "Microsoft.Storage.BlobCreated",
                eventTime = now,
                dataVersion = "",
                data = new
                {
                    api = "PutBlob",
                    eTag = etag,
                    contentType = blob.Properties.ContentType,
                    contentLength = blob.Properties.ContentLength,
                    blobType = $"{blob.Properties.BlobType}Blob",
                    url = uri.Uri,
                },
            },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://localhost/runtime/webhooks/blobs?functionName={TriggerMethods.TypeName}.{subscription.Function}");
        request.Content = new StringContent(JsonSerializer.Serialize(events), Encoding.UTF8, "application/json");
        request.Headers.Add("aeg-event-type", "Notification");
        using var response = await webHooks.Post("blobs", request, cancellation);
        response.EnsureSuccessStatusCode();
    }

    [LoggerMessage(50, LogLevel.Error, "The container {Container} could not be looked through for new blobs: {Reason}")]
    private partial void LogNotListed(string container, string reason);
}
