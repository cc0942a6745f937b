using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace LocalHost.Host;

/// <summary>
/// The host's own notes in storage: which blobs were seen, when timers ran. It is the container that the Functions
/// host uses too, in a folder of the app's own.
/// </summary>
internal static class HostContainer
{
    private const string Name = "azure-webjobs-hosts";

    public static async Task<BlobContainerClient> Open(BlobServiceClient storage, CancellationToken cancellation)
    {
        var container = storage.GetBlobContainerClient(Name);
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        return container;
    }

    public static string Path(LocalHostOptions options, string kind, FunctionDescriptor function) => $"{options.Id}/{kind}/{function.Name}/";

    /// <summary>Makes an empty note unless it is there.</summary>
    public static async Task CreateIfNotExists(BlobClient note, IDictionary<string, string> metadata, CancellationToken cancellation)
    {
        try
        {
            var onlyIfNew = new BlobUploadOptions { Metadata = metadata, Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await note.UploadAsync(new BinaryData(Array.Empty<byte>()), onlyIfNew, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // It is there; 412 when somebody holds it at this moment.
        }
    }
}
