using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Outbound.Tests;

public sealed class OutboundClientTests
{
    private static readonly OutboundPolicy Local = new() { AllowLocal = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_an_answer_of_a_local_server_when_that_is_allowed()
    {
        await using var receiver = await Receiver.Start(context => context.Response.WriteAsync("received"));
        using var client = new OutboundClient(Local, TimeProvider.System);

        var answer = await Get(client, $"http://127.0.0.1:{receiver.Port}/");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("received", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.True(answer.IsWhole);
    }

    [Fact]
    public async Task A_loopback_address_is_not_even_connected_to_unless_it_is_allowed()
    {
        await using var receiver = await Receiver.Start(context => context.Response.WriteAsync("received"));
        var connected = 0;
        using var client = new OutboundClient(new OutboundPolicy(), TimeProvider.System, (_, _) =>
        {
            connected++;
            return Task.FromResult(new[] { IPAddress.Loopback });
        });

        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, "https://receiver.example/"));
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, "https://127.0.0.1/"));
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, "https://[::1]/"));
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, "https://[::ffff:169.254.169.254]/"));
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, "https://2130706433/"));
        Assert.Equal(1, connected);
        Assert.Equal(0, receiver.Requests);
    }

    [Fact]
    public async Task One_private_address_among_public_ones_is_refused()
    {
        using var client = new OutboundClient(
            new OutboundPolicy(), TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.0.0.1") }));
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, "https://receiver.example/"));
    }

    [Fact]
    public async Task Connects_to_the_address_that_was_checked_and_asks_for_it_once()
    {
        await using var receiver = await Receiver.Start(context => context.Response.WriteAsync(context.Request.Host.Host));
        var questions = new List<string>();
        using var client = new OutboundClient(Local, TimeProvider.System, (host, _) =>
        {
            questions.Add(host);
            // The second answer leads to a private network.
            return Task.FromResult(questions.Count == 1 ? new[] { IPAddress.Loopback } : [IPAddress.Parse("10.0.0.1")]);
        });

        var answer = await Get(client, $"http://receiver.example:{receiver.Port}/");

        Assert.Equal("receiver.example", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal(["receiver.example"], questions);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_to_a_private_one_is_refused_at_the_next_connection()
    {
        await using var receiver = await Receiver.Start(context =>
        {
            context.Response.Headers.Connection = "close";
            return context.Response.WriteAsync("received");
        });
        var questions = 0;
        using var client = new OutboundClient(Local, TimeProvider.System, (_, _) =>
            Task.FromResult(new[] { ++questions == 1 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254") }));
        var url = $"http://receiver.example:{receiver.Port}/";

        Assert.Equal(HttpStatusCode.OK, (await Get(client, url)).Status);
        await Assert.ThrowsAsync<RefusedAddressException>(() => Get(client, url));
    }

    [Fact]
    public async Task A_redirect_is_returned_and_not_followed()
    {
        await using var target = await Receiver.Start(context => context.Response.WriteAsync("secret"));
        await using var receiver = await Receiver.Start(context =>
        {
            context.Response.Redirect($"http://127.0.0.1:{target.Port}/");
            return Task.CompletedTask;
        });
        using var client = new OutboundClient(Local, TimeProvider.System);

        Assert.Equal(HttpStatusCode.Redirect, (await Get(client, $"http://127.0.0.1:{receiver.Port}/")).Status);
        Assert.Equal(0, target.Requests);
    }

    [Fact]
    public async Task An_endless_body_is_read_up_to_the_limit()
    {
        await using var receiver = await Receiver.Start(async context =>
        {
            var zeros = new byte[1000];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(zeros, context.RequestAborted);
        });
        using var client = new OutboundClient(Local with { MostBytes = 2500 }, TimeProvider.System);

        var answer = await Get(client, $"http://127.0.0.1:{receiver.Port}/");

        Assert.Equal(2500, answer.Body.Length);
        Assert.False(answer.IsWhole);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_whole()
    {
        await using var receiver = await Receiver.Start(context => context.Response.WriteAsync(new string('x', 2500)));
        using var client = new OutboundClient(Local with { MostBytes = 2500 }, TimeProvider.System);
        var answer = await Get(client, $"http://127.0.0.1:{receiver.Port}/");
        Assert.Equal((2500, true), (answer.Body.Length, answer.IsWhole));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_answer_ends_with_the_time_limit(bool withHeaders)
    {
        await using var receiver = await Receiver.Start(async context =>
        {
            if (withHeaders) await context.Response.WriteAsync("x", context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = new OutboundClient(Local with { Timeout = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);
        await Assert.ThrowsAsync<TimeoutException>(() => Get(client, $"http://127.0.0.1:{receiver.Port}/"));
    }

    [Fact]
    public async Task The_callers_cancellation_is_a_cancellation()
    {
        await using var receiver = await Receiver.Start(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = new OutboundClient(Local, TimeProvider.System);
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{receiver.Port}/");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Send(request, leaving.Token));
    }

    [Fact]
    public async Task Sends_no_cookie_back()
    {
        var cookies = new List<string>();
        await using var receiver = await Receiver.Start(context =>
        {
            cookies.Add(context.Request.Headers.Cookie.ToString());
            context.Response.Cookies.Append("id", "1");
            return Task.CompletedTask;
        });
        using var client = new OutboundClient(Local, TimeProvider.System);
        for (var i = 0; i < 2; i++) await Get(client, $"http://127.0.0.1:{receiver.Port}/");
        Assert.Equal(["", ""], cookies);
    }

    [Theory]
    [InlineData("http://receiver.example/", false, false)]
    [InlineData("https://receiver.example:8443/", false, false)]
    [InlineData("https://name:password@receiver.example/", false, false)]
    [InlineData("ftp://receiver.example/", false, false)]
    [InlineData("file:///etc/passwd", false, false)]
    [InlineData("https://receiver.example/", false, true)]
    [InlineData("http://receiver.example/", true, true)]
    [InlineData("http://receiver.example:8080/", true, false)]
    [InlineData("http://name@receiver.example/", true, false)]
    public void A_url_is_judged_by_its_form(string url, bool allowHttp, bool allowed) =>
        Assert.Equal(allowed, new OutboundPolicy { AllowHttp = allowHttp }.Refuse(new Uri(url)) is null);

    [Theory]
    [InlineData("http://localhost:8080/", true)]
    [InlineData("https://receiver.example:8443/", true)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://name@localhost/", false)]
    public void A_local_run_allows_http_and_any_port_and_nothing_else(string url, bool allowed) =>
        Assert.Equal(allowed, Local.Refuse(new Uri(url)) is null);

    private static async Task<OutboundResponse> Get(OutboundClient client, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await client.Send(request, Cancellation);
    }
}
