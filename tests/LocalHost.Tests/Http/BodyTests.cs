using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Http;

/// <summary>Bodies that are large, and ones that wait to be asked for.</summary>
public sealed class BodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(30_000_001)]
    [InlineData(104_857_600)]
    public async Task A_body_may_have_a_hundred_mebibytes(int bytes)
    {
        await using var host = await TestHost.Start([typeof(Functions)]);
        using var response = await host.Http.PostAsync("api/measure", new ByteArrayContent(new byte[bytes]), Cancellation);
        Assert.Equal($"{bytes}", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData(null, 104_857_601)]
    [InlineData("1000", 1001)]
    public async Task A_body_over_the_limit_or_its_setting_is_refused(string? setting, int bytes)
    {
        await using var host = await TestHost.Start([typeof(Functions)], new Dictionary<string, string?> { ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = setting });
        var answer = await Exchange(host, $"POST /api/measure HTTP/1.1\r\nHost: x\r\nContent-Length: {bytes}\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {(int)HttpStatusCode.RequestEntityTooLarge} ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/locked", "HTTP/1.1 401 ")]
    [InlineData("/api/nothing", "HTTP/1.1 404 ")]
    [InlineData("/api/measure", "HTTP/1.1 100 ")]
    public async Task A_body_that_waits_to_be_asked_for_is_not_asked_for_when_the_request_is_refused(string path, string answer)
    {
        await using var host = await TestHost.Start([typeof(Functions)]);
        Assert.StartsWith(answer, await Exchange(host, $"POST {path} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"), StringComparison.Ordinal);
    }

    /// <summary>Sends a head without its body.</summary>
    private static async Task<string> Exchange(TestHost host, string head)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        var buffer = new byte[4096];
        return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, Cancellation));
    }

    internal static class Functions
    {
        [Function("Measure")]
        public static async Task<IResult> Measure([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            var length = 0L;
            var buffer = new byte[81920];
            while (await request.Body.ReadAsync(buffer) is > 0 and var read) length += read;
            return Results.Text($"{length}");
        }

        [Function("Locked")]
        public static Task<IResult> Locked([HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequest request) => Measure(request);
    }
}
