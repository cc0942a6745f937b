using System.Net.Http.Json;
using Azure;
using Azure.Storage.Blobs;

namespace Runner;

/// <summary>
/// Sends events for new blobs to Core Tools, as Event Grid does on Azure: no emulator sends them. The project's own host does so
/// itself. After a restart the events are sent again; the app handles repeated events.
/// </summary>
internal sealed class BlobEvents(BlobContainerClient container, string function, Uri host)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly HashSet<(string, ETag?)> _announced = [];

    public async Task Send(CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = host };
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        while (true)
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                if (_announced.Contains((blob.Name, blob.Properties.ETag))) continue;
                await Announce(http, blob.Name, blob.Properties.ETag, cancellation);
                _announced.Add((blob.Name, blob.Properties.ETag));
            }

            await Task.Delay(Interval, cancellation);
        }
    }

    private async Task Announce(HttpClient http, string name, ETag? tag, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var created = new
        {
            id = Guid.CreateVersion7(now),
            eventType = "Microsoft.Storage.BlobCreated",
            subject = $"/blobServices/default/containers/{container.Name}/blobs/{name}",
            eventTime = now,
            dataVersion = "",
            metadataVersion = "1",
            data = new { api = "PutBlob", eTag = tag?.ToString(), blobType = "BlockBlob", url = container.GetBlobClient(name).Uri },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"runtime/webhooks/blobs?functionName=Host.Functions.{function}", UriKind.Relative))
        {
            Headers = { { "aeg-event-type", "Notification" } },
            Content = JsonContent.Create(new[] { created }),
        };
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
