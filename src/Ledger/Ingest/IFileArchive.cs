namespace DetainerLedger.Ingest;

/// <summary>Keeps every file as it came, under the hash of its bytes: an overwrite of the blob that brought it loses nothing.</summary>
public interface IFileArchive
{
    /// <summary>Keeps a file; one that is kept already costs nothing.</summary>
    /// <param name="sha256">The SHA-256 of the content, in lower-case hex.</param>
    Task Keep(string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>Opens the file of an arrival, also one that has not been read yet. The caller disposes the stream.</summary>
    /// <returns>Null when the file was overwritten before it could be kept.</returns>
    Task<Stream?> Open(Arrival arrival, CancellationToken cancellation);

    /// <summary>Opens a kept file by the hash of its bytes. The caller disposes the stream.</summary>
    /// <param name="sha256">In lower-case hex.</param>
    /// <returns>Null when there is none.</returns>
    Task<Stream?> Open(string sha256, CancellationToken cancellation);

    /// <summary>Puts an uploaded file where dropped ones go, under a name of its own, so that no upload overwrites another.</summary>
    /// <returns>The arrival, as yet unread.</returns>
    /// <exception cref="FileTooLargeException">The content is longer than the limit; nothing was stored.</exception>
    Task<Arrival> Drop(string name, DateOnly? releasedOn, Stream content, CancellationToken cancellation);
}

/// <summary>A file is longer than the ledger takes.</summary>
public sealed class FileTooLargeException(long limit) : Exception($"The file is larger than {limit:N0} bytes.")
{
    /// <summary>In bytes.</summary>
    public long Limit { get; } = limit;
}
