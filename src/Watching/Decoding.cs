using System.IO.Compression;

namespace DetainerLedger.Watching.Http;

/// <summary>Decompresses bodies that servers compress without being asked, up to a limit.</summary>
internal static class Decoding
{
    /// <returns>Null when the body is longer than the limit, damaged, or in an unknown encoding.</returns>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> body, IEnumerable<string> encodings, int mostBytes)
    {
        foreach (var encoding in encodings.Reverse())
        {
            if (encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)) continue;
            if (Inflate(body, encoding.ToLowerInvariant(), mostBytes) is not { } decoded) return null;
            body = decoded;
        }

        return body;
    }

    private static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> body, string encoding, int mostBytes)
    {
        using var packed = new MemoryStream(body.ToArray());
        using Stream? unpacked = encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (unpacked is null) return null;
        using var plain = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (unpacked.Read(buffer) is > 0 and var read)
            {
                if (plain.Length + read > mostBytes) return null;
                plain.Write(buffer, 0, read);
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or InvalidOperationException)
        {
            return null;
        }

        return plain.GetBuffer().AsMemory(0, (int)plain.Length);
    }
}
