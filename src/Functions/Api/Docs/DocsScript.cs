using System.IO.Compression;
using DetainerLedger.Functions.Api.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace DetainerLedger.Functions.Api.Docs;

/// <summary>The script of <see cref="DocsPage"/>, as its package carries it: compressed.</summary>
public static class DocsScript
{
    private const string Encoding = "gzip";

    private static readonly Lazy<byte[]> Compressed = new(() => Read(script => script));
    private static readonly Lazy<byte[]> Plain = new(() => Read(script => new GZipStream(script, CompressionMode.Decompress)));

    public static Answer Answer(HttpRequest request)
    {
        var compressed = Accepts(request);
        return new Answer((compressed ? Compressed : Plain).Value, AnswerFormat.Script)
        {
            ContentEncoding = compressed ? Encoding : null,
            Vary = HeaderNames.AcceptEncoding,
            CacheControl = Caching.Day,
        };
    }

    private static bool Accepts(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var encodings)
        && encodings.Any(accepted =>
            accepted.Quality is null or > 0 && accepted.Value.Equals(Encoding, StringComparison.OrdinalIgnoreCase));

    private static byte[] Read(Func<Stream, Stream> decode)
    {
        using var script = decode(typeof(ScalarOptions).Assembly.GetManifestResourceStream("ScalarStaticAssets.scalar.js")!);
        using var bytes = new MemoryStream();
        script.CopyTo(bytes);
        return bytes.ToArray();
    }
}
