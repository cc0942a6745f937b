using System.Text.Json;
using Azure.Storage.Queues;

namespace LocalHost.Host.Blobs;

/// <summary>Where a blob that failed too often is named, for a person to look at: a message as the Functions host writes it.</summary>
internal sealed class PoisonQueue(string connectionString)
{
    public const string Name = "webjobs-blobtrigger-poison";

    private readonly QueueClient _queue = new(connectionString, Name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public async Task Add(FunctionDescriptor function, BlobVersion version, CancellationToken cancellation)
    {
        await _queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var message = new
        {
            Type = "BlobTrigger",
            FunctionId = $"Host.Functions.{function.Name}",
            BlobType = "BlockBlob",
            ContainerName = version.Container,
            BlobName = version.Name,
            version.ETag,
        };
        await _queue.SendMessageAsync(JsonSerializer.Serialize(message), cancellation);
    }
}
