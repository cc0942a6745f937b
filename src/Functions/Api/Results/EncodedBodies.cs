using System.IO.Compression;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>The encodings of one body. Each is computed when it is first needed, and kept.</summary>
public sealed class EncodedBodies(ReadOnlyMemory<byte> plain)
{
    // A shorter body gains nothing, since its headers take as much.
    private const int ShortestBody = 1024;

    // Of 0 to 11. Higher ones take several times as long, to save a few percent.
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 22;

    private byte[]? _brotli;
    private byte[]? _gzip;

    public ReadOnlyMemory<byte> Plain => plain;

    /// <summary>Whether the body is long enough to be encoded. It depends on the body alone, so that every instance decides alike.</summary>
    public bool AreWorthwhile => plain.Length >= ShortestBody;

    /// <summary>The size of the encodings computed so far, in bytes.</summary>
    public long Size => (_brotli?.LongLength ?? 0) + (_gzip?.LongLength ?? 0);

    // Two requests at once may both compute it; the results are equal.
    public ReadOnlyMemory<byte> As(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli ??= Brotli(plain.Span),
        ContentCoding.Gzip => _gzip ??= Gzip(plain.Span),
        _ => plain,
    };

    private static byte[] Brotli(ReadOnlySpan<byte> body)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, buffer, out var length, BrotliQuality, BrotliWindow)
            ? buffer[..length]
            : throw new InvalidOperationException("The body could not be compressed.");
    }

    private static byte[] Gzip(ReadOnlySpan<byte> body)
    {
        using var bytes = new MemoryStream();
        using (var compressor = new GZipStream(bytes, CompressionLevel.Optimal)) compressor.Write(body);
        return bytes.ToArray();
    }
}
