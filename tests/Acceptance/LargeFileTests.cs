using System.Net;
using Acceptance.App;

namespace Acceptance;

public sealed class LargeFileTests(TheApp app) : IClassFixture<TheApp>
{
    private const int Limit = 50 * 1024 * 1024;

    [Fact]
    public async Task A_file_of_50_MiB_is_taken()
    {
        // More than Kestrel takes if left to itself.
        var arrival = await app.Take("large.bin", new byte[Limit]);

        Assert.Equal(Limit, arrival.Number("bytes"));
        Assert.Equal("rejected", arrival.Text("state"));
        Assert.Equal("unsupported-format", arrival.Text("error.code"));
    }

    [Fact]
    public async Task A_file_of_more_than_50_MiB_is_413()
    {
        using var body = new ByteArrayContent(new byte[Limit + 1]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reports?name=too-large.bin");
        request.Content = body;
        request.Headers.Add("x-functions-key", TheApp.Key);
        request.Headers.ExpectContinue = true;

        using var answer = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("too-large", (await answer.Problem(HttpStatusCode.RequestEntityTooLarge)).Text("code"));
        await NothingArrived("too-large.bin");
    }

    [Theory]
    [InlineData("/api/reports", HttpStatusCode.BadRequest, "invalid-name")]
    [InlineData("/api/reports?name=a.pdf", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")]
    [InlineData("/api/weeks", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("/api/nowhere", HttpStatusCode.NotFound, "not-found")]
    public async Task A_body_over_30_million_bytes_that_is_refused_before_it_is_read_gets_the_reason(string target, HttpStatusCode status, string code)
    {
        using var body = new ByteArrayContent(new byte[31_000_000]);
        if (status == HttpStatusCode.UnsupportedMediaType) body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = body };
        request.Headers.Add("x-functions-key", TheApp.Key);

        using var answer = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(code, (await answer.Problem(status)).Text("code"));
    }

    [Fact]
    public async Task One_without_a_size_is_413_when_it_has_passed_50_MiB()
    {
        using var body = new StreamContent(new UnknownLength(new MemoryStream(new byte[Limit + 1])));

        using var answer = await app.Post("name=endless.bin", body);

        Assert.Equal("too-large", (await answer.Problem(HttpStatusCode.RequestEntityTooLarge)).Text("code"));
        await NothingArrived("endless.bin");
    }

    [Fact]
    public async Task One_that_is_dropped_is_rejected_and_stays_where_it_is()
    {
        var arrival = await app.Drop("dropped.bin", new byte[Limit + 1]);

        Assert.Equal("rejected", arrival.Text("state"));
        Assert.Equal("too-large", arrival.Text("error.code"));
        Assert.True((await app.Reports().GetBlobClient("dropped.bin").ExistsAsync(TestContext.Current.CancellationToken)).Value);
    }

    private async Task NothingArrived(string name) =>
        Assert.DoesNotContain((await app.Read("/api/reports")).Rows("reports"), report => report.Text("name") == name);

    /// <summary>Can't be sought in, so that it is sent in chunks.</summary>
    private sealed class UnknownLength(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
