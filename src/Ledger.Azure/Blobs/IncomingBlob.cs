using Azure.Storage.Blobs;
using DetainerLedger.Ingest;

namespace DetainerLedger.Storage.Blobs;

/// <summary>A dropped blob as a file to ingest.</summary>
public static class IncomingBlob
{
    internal const string ReleasedOn = "releasedOn";
    internal const string SourceAddress = "sourceAddress";
    internal const string SeenAt = "seenAt";

    /// <summary>
    /// Opens the blob's current version by one request, so that its entity tag, metadata and bytes are consistent,
    /// even if the blob is overwritten while it is read.
    /// </summary>
    public static async Task<IncomingFile> Open(BlobClient blob, CancellationToken cancellation)
    {
        var download = (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value;
        var details = download.Details;
        return new IncomingFile(blob.Name, details.ETag.ToString(), details.LastModified, details.ContentLength, Find(details.Metadata, ReleasedOn), download.Content)
        {
            SourceAddress = Find(details.Metadata, SourceAddress),
            SeenAt = Find(details.Metadata, SeenAt),
        };
    }

    /// <summary>Like <see cref="Open"/>, without the content.</summary>
    public static async Task<IncomingFile> Describe(BlobClient blob, CancellationToken cancellation)
    {
        var details = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        return new IncomingFile(blob.Name, details.ETag.ToString(), details.LastModified, details.ContentLength, Find(details.Metadata, ReleasedOn), Stream.Null)
        {
            SourceAddress = Find(details.Metadata, SourceAddress),
            SeenAt = Find(details.Metadata, SeenAt),
        };
    }

    // Metadata names are case-insensitive, and some tools change the case.
    private static string? Find(IDictionary<string, string> metadata, string name) =>
        metadata.FirstOrDefault(entry => string.Equals(entry.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
