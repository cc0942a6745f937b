using System.IO.Compression;
using DetainerLedger.Functions.Api.Docs;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Tests.Docs;

// Alone, since memory is the process's.
[Collection(typeof(Alone))]
public sealed class DocsScriptTests
{
    [Fact]
    public async Task Who_accepts_gzip_gets_it_compressed_and_who_does_not_gets_the_same_script()
    {
        var compressed = await DocsScript.Instance.Send(Requests.Get("/api/docs/scalar.js", ("Accept-Encoding", "br, gzip;q=0.5")));
        var plain = await DocsScript.Instance.Send(Requests.Get("/api/docs/scalar.js", ("Accept-Encoding", "gzip;q=0")));

        Assert.Equal(("gzip", null), (compressed.Header("Content-Encoding"), plain.Header("Content-Encoding")));
        Assert.NotEqual(compressed.Header("ETag"), plain.Header("ETag"));
        Assert.All([compressed, plain], sent => Assert.Equal(sent.Bytes.Length, sent.Response.ContentLength));
        Assert.True(compressed.Bytes.Length < plain.Bytes.Length / 3);
        using var decompressed = new MemoryStream();
        await using (var stream = new GZipStream(new MemoryStream(compressed.Bytes), CompressionMode.Decompress))
            await stream.CopyToAsync(decompressed, TestContext.Current.CancellationToken);
        Assert.Equal(plain.Bytes, decompressed.ToArray());
    }

    [Fact]
    public async Task Who_has_it_already_gets_304_and_who_asks_for_the_headers_only_gets_the_length()
    {
        var tag = (await DocsScript.Instance.Send(Requests.Get("/api/docs/scalar.js"))).Header("ETag")!;
        var again = await DocsScript.Instance.Send(Requests.Get("/api/docs/scalar.js", ("If-None-Match", tag)));
        Assert.Equal((304, 0), (again.Status, again.Bytes.Length));

        var request = Requests.Get("/api/docs/scalar.js");
        request.Method = HttpMethods.Head;
        var head = await DocsScript.Instance.Send(request);
        Assert.Empty(head.Bytes);
        Assert.InRange(head.Response.ContentLength ?? 0, 1_000_000, 20_000_000);
    }

    [Fact]
    public async Task Fifty_uncompressed_downloads_at_once_take_no_more_memory_than_their_buffers()
    {
        await Download();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(Download)));

        // In all of them together: far less than two copies of the script.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - allocated, 0, 20 * 1024 * 1024);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 * 1024 * 1024);

        static async Task Download()
        {
            var context = Requests.Get("/api/docs/scalar.js").HttpContext;
            context.Response.Body = Stream.Null;
            await DocsScript.Instance.ExecuteAsync(context);
        }
    }
}
