using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FunctionsHost.Tests;

/// <summary>Bodies of requests and responses on their way through host and worker.</summary>
public sealed class BodyTests(SharedHost host)
{
    private const long Limit = 104_857_600;
    private const int FiftyMegabytes = 50_000_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(FiftyMegabytes)]
    [InlineData(Limit)]
    public async Task A_body_of_up_to_a_hundred_mebibytes_arrives_whole(long length)
    {
        using var response = await host.Probe.Http.PostAsync("api/count", new StreamContent(new Zeros(length)) { Headers = { ContentLength = length } }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{length}", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_that_is_refused(bool tellsItsLength)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/count") { Content = new StreamContent(new Zeros(Limit + 1)) };
        if (tellsItsLength) request.Content.Headers.ContentLength = Limit + 1;
        else request.Headers.TransferEncodingChunked = true;
        try
        {
            using var response = await host.Probe.Http.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        }
        catch (HttpRequestException failure) when (failure.InnerException is IOException or SocketException)
        {
            // The server closes the connection while the rest is still being sent: the answer may be lost with it.
        }

        Assert.Equal("opened", await host.Probe.Get($"api/keyed?code={ProbeHost.FunctionKey}"));
    }

    [Fact]
    public async Task An_answer_of_fifty_megabytes_arrives_whole()
    {
        using var response = await host.Probe.Http.GetAsync($"api/bytes/{FiftyMegabytes}", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        var length = 0L;
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        var buffer = new byte[65536];
        for (int read; (read = await body.ReadAsync(buffer, Cancellation)) > 0;) length += read;
        Assert.Equal(FiftyMegabytes, length);
    }

    [Fact]
    public async Task A_function_that_doesn_t_read_a_large_body_still_has_its_answer_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/unread") { Content = new StreamContent(new Zeros(FiftyMegabytes)) { Headers = { ContentLength = FiftyMegabytes } } };
        using var response = await host.Probe.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("not read", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("api/masters", "401")]
    [InlineData("api/nowhere", "404")]
    public async Task A_body_that_waits_to_be_asked_for_is_not_asked_for_when_the_request_is_refused(string path, string status)
    {
        var method = path == "api/masters" ? "GET" : "POST";
        using var client = new TcpClient();
        await client.ConnectAsync(host.Probe.Http.BaseAddress!.Host, host.Probe.Http.BaseAddress.Port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{method} /{path} HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 100000\r\n\r\n"), Cancellation);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Assert.StartsWith($"HTTP/1.1 {status}", await reader.ReadLineAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_leaves_cancels_the_function()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var request = host.Probe.Http.GetAsync("api/wait/60000", leaving.Token);
        var cancelled = await host.Probe.JournalCount(entry => entry == "wait cancelled");
        await host.Probe.WaitFor("wait begins");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await host.Probe.WaitFor("wait cancelled", cancelled + 1);
    }

    [Fact]
    public async Task A_caller_who_breaks_off_an_upload_leaves_no_invocation_behind()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(host.Probe.Http.BaseAddress!.Host, host.Probe.Http.BaseAddress.Port, Cancellation);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /api/count HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nhalf"), Cancellation);
            await Task.Delay(300, Cancellation);
        }

        Assert.Equal("3", await (await host.Probe.Http.PostAsync("api/count", new StringContent("abc"), Cancellation)).Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>That many zeros, without the memory for them.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            Array.Clear(buffer, offset, read);
            _left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
