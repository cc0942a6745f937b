using System.IO.Compression;
using System.Net;
using Acceptance.App;

namespace Acceptance;

/// <summary>Responses are compressed for who accepts that, and each encoding has its own tag.</summary>
public sealed class EncodingTests(SampleLedger ledger)
{
    private static readonly string[] Encodings = ["br", "gzip"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Exports are streamed as they are.
    public static TheoryData<string> Paths { get; } =
        [.. CachingTests.Paths.Select(row => row.Data).Where(path => !path.StartsWith("/api/export/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_bytes_are_the_same_in_every_encoding_and_their_tags_are_not(string path)
    {
        using var plain = await ledger.App.Get(path);
        var body = await plain.Content.ReadAsByteArrayAsync(Cancellation);
        var tags = new HashSet<string?> { plain.Headers.ETag?.Tag };

        foreach (var encoding in Encodings)
        {
            using var first = await ledger.App.Get(path, $"Accept-Encoding: {encoding}");
            using var again = await ledger.App.Get(path, $"Accept-Encoding: {encoding}", $"If-None-Match: {first.Headers.ETag?.Tag}");

            if (body.Length < 1024)
            {
                Assert.Empty(first.Content.Headers.ContentEncoding);
            }
            else
            {
                Assert.Equal(encoding, Assert.Single(first.Content.Headers.ContentEncoding));
                Assert.Contains("Accept-Encoding", first.Headers.Vary);
                Assert.EndsWith($"-{encoding}\"", first.Headers.ETag?.Tag, StringComparison.Ordinal);
                Assert.True(tags.Add(first.Headers.ETag?.Tag));
            }

            Assert.Equal(body, await Decode(first));
            Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        }
    }

    [Theory]
    [InlineData("/api/export/declines.csv")]
    [InlineData("/api/export/datapackage.zip")]
    public async Task An_export_is_streamed_as_it_is(string path)
    {
        using var answer = await ledger.App.Get(path, "Accept-Encoding: br, gzip");

        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    private static async Task<byte[]> Decode(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        await using var plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var bytes = new MemoryStream();
        await plain.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }
}
