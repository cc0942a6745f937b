using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>One version of a file, as it lies where reports are dropped.</summary>
/// <param name="BlobName">Its whole name, folders included.</param>
/// <param name="ETag">Of the version that <paramref name="Content"/> reads, whatever is written over it meanwhile.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="ReleasedOn">As whoever dropped it wrote it down; null when nobody did.</param>
/// <param name="Content">Read once at most, and disposed with this.</param>
public sealed record IncomingFile(string BlobName, string ETag, DateTimeOffset LastModified, long Bytes, string? ReleasedOn, Stream Content) : IAsyncDisposable
{
    /// <summary>The file's name, without folders.</summary>
    public string Name => BlobName[(BlobName.LastIndexOf('/') + 1)..];

    public ArrivalId Id => ArrivalId.Of(BlobName, ETag, LastModified);

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
