using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Tests.Answers;

public sealed class ContentCodingTests
{
    [Theory]
    [InlineData("br", ContentCoding.Brotli)]
    [InlineData("BR", ContentCoding.Brotli)]
    [InlineData("gzip", ContentCoding.Gzip)]
    [InlineData("gzip, deflate, br, zstd", ContentCoding.Brotli)]
    [InlineData("gzip;q=1.0, br;q=0.5", ContentCoding.Gzip)]
    [InlineData("*", ContentCoding.Brotli)]
    [InlineData("*, br;q=0", ContentCoding.Gzip)]
    [InlineData("br;q=0", ContentCoding.Identity)]
    [InlineData("br;q=0, gzip;q=0, *", ContentCoding.Identity)]
    [InlineData("identity", ContentCoding.Identity)]
    [InlineData("identity;q=1, br;q=0.5", ContentCoding.Identity)]
    [InlineData("identity;q=0.5, gzip;q=0.5", ContentCoding.Gzip)]
    [InlineData("deflate", ContentCoding.Identity)]
    [InlineData("", ContentCoding.Identity)]
    [InlineData("br;q=many", ContentCoding.Identity)]
    public void The_encoding_with_the_highest_quality_is_chosen(string header, ContentCoding chosen) =>
        Assert.Equal(chosen, ContentCodings.Choose(Requests.Get("/", ("Accept-Encoding", header))));

    [Fact]
    public void Without_the_header_a_body_is_not_encoded() => Assert.Equal(ContentCoding.Identity, ContentCodings.Choose(Requests.Get("/")));

    [Fact]
    public void A_long_header_is_not_read() => Assert.Equal(
        ContentCoding.Identity, ContentCodings.Choose(Requests.Get("/", ("Accept-Encoding", $"{new string('x', 10_000)}, br"))));

    [Fact]
    public void Several_headers_are_one_list() => Assert.Equal(
        ContentCoding.Gzip, ContentCodings.Choose(Requests.Get("/", ("Accept-Encoding", "deflate"), ("Accept-Encoding", "gzip"))));
}
