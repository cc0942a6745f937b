using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>One version of a dropped file.</summary>
/// <param name="BlobName">The full name, including folders.</param>
/// <param name="ETag">The entity tag of the version that <paramref name="Content"/> reads, even if the blob is overwritten meanwhile.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="ReleasedOn">The release day as given in the metadata, unvalidated; null if there is none.</param>
/// <param name="Content">The content, which can be read once. It is disposed with this object.</param>
public sealed record IncomingFile(string BlobName, string ETag, DateTimeOffset LastModified, long Bytes, string? ReleasedOn, Stream Content) : IAsyncDisposable
{
    /// <summary>Where the file was seen, as given in the metadata, unvalidated; null if there is none.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>When it was seen there, as given in the metadata, unvalidated; null if there is none.</summary>
    public string? SeenAt { get; init; }

    /// <summary>The file's name, without folders.</summary>
    public string Name => BlobName[(BlobName.LastIndexOf('/') + 1)..];

    public ArrivalId Id => ArrivalId.Of(BlobName, ETag, LastModified);

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
