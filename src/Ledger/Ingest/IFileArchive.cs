using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>Archives every original file under the hash of its bytes, so that overwriting a dropped blob loses nothing.</summary>
public interface IFileArchive
{
    /// <summary>Archives a file. A file that is already archived is not uploaded again.</summary>
    /// <param name="sha256">The SHA-256 of the content, in lower-case hex.</param>
    Task Keep(string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>Opens the file of an arrival, even if it has not been read yet. The caller disposes the stream.</summary>
    /// <returns>Null when the file was overwritten before it could be archived.</returns>
    Task<Stream?> Open(Arrival arrival, CancellationToken cancellation);

    /// <summary>Opens an archived file by the hash of its bytes. The caller disposes the stream.</summary>
    /// <param name="sha256">In lower-case hex.</param>
    /// <returns>Null when there is none.</returns>
    Task<Stream?> Open(string sha256, CancellationToken cancellation);

    /// <summary>Stores an uploaded file with the dropped ones, under a unique name, so that uploads don't overwrite each other.</summary>
    /// <returns>The arrival, not yet read.</returns>
    /// <exception cref="FileTooLargeException">The content is longer than the limit; nothing was stored.</exception>
    Task<Arrival> Drop(string name, DateOnly? releasedOn, Stream content, CancellationToken cancellation);

    /// <summary>
    /// Stores a file that was seen at a source with the dropped ones. Its blob is named by the address, the moment and the bytes, so that
    /// dropping the same sighting again changes nothing.
    /// </summary>
    /// <returns>The id of the arrival.</returns>
    Task<ArrivalId> Drop(SeenFile file, CancellationToken cancellation);
}

/// <summary>A file exceeds the size limit.</summary>
public sealed class FileTooLargeException(long limit) : Exception($"The file is larger than {limit:N0} bytes.")
{
    /// <summary>In bytes.</summary>
    public long Limit { get; } = limit;
}

/// <summary>A file that was seen at a source.</summary>
/// <param name="Name">The file's name, without folders.</param>
/// <param name="Address">The absolute address.</param>
/// <param name="Sha256">In lower-case hex.</param>
public sealed record SeenFile(string Name, string Address, DateTimeOffset SeenAt, string Sha256, ReadOnlyMemory<byte> Content);
