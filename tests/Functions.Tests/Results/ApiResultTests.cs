using System.IO.Compression;
using System.Text;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Tests.Answers;

public sealed class ApiResultTests
{
    private static readonly ApiResult Some = new(Encoding.UTF8.GetBytes("""{"week":"2017-02-04"}"""), ResponseFormat.Json);

    private static readonly ApiResult Long =
        new(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 1000))), ResponseFormat.Json);

    [Fact]
    public async Task Says_what_it_is_and_how_long_it_keeps()
    {
        var sent = await Some.Send();
        Assert.Equal(200, sent.Status);
        Assert.Equal("""{"week":"2017-02-04"}""", sent.Text);
        Assert.Equal("application/json; charset=utf-8", sent.Response.ContentType);
        Assert.Equal("public, max-age=5", sent.Header("Cache-Control"));
        Assert.Equal("Accept", sent.Header("Vary"));
        Assert.Matches("^\"[0-9a-f]{32}\"$", sent.Header("ETag"));
    }

    [Fact]
    public async Task The_tag_changes_with_the_bytes_only()
    {
        var tag = (await Some.Send()).Header("ETag");
        Assert.Equal(tag, (await new ApiResult(Some.Body.ToArray(), ResponseFormat.Json).Send()).Header("ETag"));
        Assert.NotEqual(tag, (await new ApiResult("{}"u8.ToArray(), ResponseFormat.Json).Send()).Header("ETag"));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("*")]
    [InlineData("\"other\", {0}")]
    public async Task What_the_client_holds_is_not_sent_again(string held)
    {
        var tag = (await Some.Send()).Header("ETag")!;
        var sent = await Some.Send(Requests.Get("/api/weeks", ("If-None-Match", held.Replace("{0}", tag, StringComparison.Ordinal))));
        Assert.Equal(304, sent.Status);
        Assert.Empty(sent.Bytes);
        Assert.Equal(tag, sent.Header("ETag"));
        Assert.Equal("public, max-age=5", sent.Header("Cache-Control"));
        Assert.Equal("Accept", sent.Header("Vary"));
        Assert.Null(sent.Header("Content-Length"));
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task What_the_client_does_not_hold_is_sent(string held) =>
        Assert.Equal(200, (await Some.Send(Requests.Get("/api/weeks", ("If-None-Match", held)))).Status);

    [Fact]
    public async Task An_upload_is_answered_with_its_place_and_no_tag()
    {
        var sent = await (Some with { Status = StatusCodes.Status202Accepted, Location = "/api/reports/1" })
            .Send(Requests.Post("/api/reports", [1], ("If-None-Match", "*")));
        Assert.Equal(202, sent.Status);
        Assert.Equal("/api/reports/1", sent.Header("Location"));
        Assert.Null(sent.Header("ETag"));
    }

    [Fact]
    public async Task The_link_to_the_next_page_keeps_the_filters_and_leaves_out_the_key()
    {
        var request = Requests.Get("/api/weeks?format=csv&asOf=2017-02-04T12%3A00%3A00%2B02%3A00&code=secret&cursor=old");
        var sent = await (Some with { Next = "new" }).Send(request);
        Assert.Equal("</api/weeks?format=csv&asOf=2017-02-04T12%3A00%3A00%2B02%3A00&cursor=new>; rel=\"next\"", sent.Header("Link"));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("deflate", null)]
    public async Task A_long_body_is_sent_in_an_encoding_that_the_client_accepts(string accepts, string? encoding)
    {
        var sent = await Long.Send(Requests.Get("/api/weeks", ("Accept-Encoding", accepts)));

        Assert.Equal(encoding, sent.Header("Content-Encoding"));
        Assert.Equal("Accept, Accept-Encoding", sent.Header("Vary"));
        Assert.Equal($"{sent.Bytes.Length}", sent.Header("Content-Length"));
        Assert.Equal(Long.Body.ToArray(), Decode(sent.Bytes, encoding));
        Assert.Equal(encoding is null, sent.Bytes.Length == Long.Body.Length);
    }

    [Fact]
    public async Task Each_encoding_has_a_tag_that_is_matched_for_that_encoding_alone()
    {
        string?[] encodings = [null, "br", "gzip"];
        var tags = new Dictionary<string, string>();
        foreach (var encoding in encodings) tags[encoding ?? ""] = (await Long.Send(Of(encoding, null))).Header("ETag")!;
        Assert.EndsWith("-br\"", tags["br"], StringComparison.Ordinal);
        Assert.EndsWith("-gzip\"", tags["gzip"], StringComparison.Ordinal);
        Assert.Equal(3, tags.Values.Distinct().Count());

        foreach (var encoding in encodings)
            foreach (var (other, tag) in tags)
            {
                var again = await Long.Send(Of(encoding, tag));
                Assert.Equal(other == (encoding ?? "") ? 304 : 200, again.Status);
                Assert.Equal(tags[encoding ?? ""], again.Header("ETag"));
                Assert.Equal("Accept, Accept-Encoding", again.Header("Vary"));
            }

        static HttpRequest Of(string? encoding, string? tag) => Requests.Get(
            "/api/weeks",
            [.. encoding is null ? [] : new[] { ("Accept-Encoding", encoding) }, .. tag is null ? [] : new[] { ("If-None-Match", tag) }]);
    }

    [Fact]
    public async Task A_short_body_and_the_answer_to_an_upload_are_sent_as_they_are()
    {
        var brief = await Some.Send(Requests.Get("/api/weeks", ("Accept-Encoding", "br")));
        var upload = await Long.Send(Requests.Post("/api/reports", [1], ("Accept-Encoding", "br")));

        Assert.Null(brief.Header("Content-Encoding"));
        Assert.Null(upload.Header("Content-Encoding"));
    }

    private static byte[] Decode(byte[] bytes, string? encoding)
    {
        using Stream body = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };
        using var plain = new MemoryStream();
        body.CopyTo(plain);
        return plain.ToArray();
    }

    [Fact]
    public async Task The_last_page_has_no_link() => Assert.Null((await Some.Send()).Header("Link"));
}
