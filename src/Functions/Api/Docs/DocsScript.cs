using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace DetainerLedger.Functions.Api.Docs;

/// <summary>
/// The script of <see cref="DocsPage"/>, streamed from the compressed resource of its package. For a client that doesn't accept
/// the compression, it is decompressed while it is sent, so that only one buffer of it is in memory.
/// </summary>
public sealed class DocsScript : IResult
{
    private const string Encoding = "gzip";
    private const string Resource = "ScalarStaticAssets.scalar.js";

    private static readonly Lazy<Properties> Script = new(Properties.Read);

    public static DocsScript Instance { get; } = new();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var compressed = AcceptsCompressed(request);
        var tag = compressed ? Script.Value.CompressedTag : Script.Value.PlainTag;
        var headers = response.Headers;
        headers.CacheControl = Caching.Day;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ETag = tag.ToString();
        if (EntityTags.Holds(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ResponseFormat.Script.ContentType();
        response.ContentLength = compressed ? Script.Value.CompressedLength : Script.Value.PlainLength;
        if (compressed) headers.ContentEncoding = Encoding;
        if (HttpMethods.IsHead(request.Method)) return;

        await using var script = Open();
        if (compressed)
        {
            await script.CopyToAsync(response.Body, httpContext.RequestAborted);
            return;
        }

        await using var plain = new GZipStream(script, CompressionMode.Decompress);
        await plain.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    private static bool AcceptsCompressed(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var encodings)
        && encodings.Any(accepted =>
            accepted.Quality is null or > 0 && accepted.Value.Equals(Encoding, StringComparison.OrdinalIgnoreCase));

    // Reads from the memory-mapped assembly, without a copy.
    private static Stream Open() =>
        typeof(ScalarOptions).Assembly.GetManifestResourceStream(Resource)
        ?? throw new InvalidOperationException($"{typeof(ScalarOptions).Assembly.GetName().Name} has no {Resource}.");

    private sealed record Properties(long CompressedLength, long PlainLength, EntityTagHeaderValue CompressedTag, EntityTagHeaderValue PlainTag)
    {
        public static Properties Read()
        {
            using var script = Open();
            var hash = Convert.ToHexStringLower(SHA256.HashData(script));
            // The last four bytes of a gzip member are the uncompressed length (RFC 1952).
            Span<byte> length = stackalloc byte[sizeof(uint)];
            script.Seek(-sizeof(uint), SeekOrigin.End);
            script.ReadExactly(length);
            return new Properties(
                script.Length, BinaryPrimitives.ReadUInt32LittleEndian(length), EntityTags.OfHash($"{hash}-{Encoding}"), EntityTags.OfHash(hash));
        }
    }
}
