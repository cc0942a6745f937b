using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Tests;

public sealed class ClientDisconnectTests
{
    public static TheoryData<Exception> OfALostCaller => [new OperationCanceledException(), new IOException(), new BadHttpRequestException("Unexpected end."), new AggregateException()];

    [Theory, MemberData(nameof(OfALostCaller))]
    public async Task A_response_to_a_caller_who_has_left_is_not_a_failure(Exception failure)
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };

        await new ClientDisconnects(new Failing(failure)).ExecuteAsync(context);

        Assert.True(ClientDisconnects.Is(failure, context));
    }

    [Fact]
    public async Task An_answer_that_fails_for_a_caller_who_waits_is_a_failure() =>
        await Assert.ThrowsAsync<IOException>(() => new ClientDisconnects(new Failing(new IOException())).ExecuteAsync(new DefaultHttpContext()));

    [Fact]
    public void A_reset_connection_shows_that_the_caller_has_left()
    {
        var context = new DefaultHttpContext();
        Assert.True(ClientDisconnects.Is(new ConnectionResetException("reset"), context));
        Assert.False(ClientDisconnects.Is(new OperationCanceledException(), context));
        Assert.False(ClientDisconnects.Is(new BadHttpRequestException("No such chunk."), context));
    }

    private sealed class Failing(Exception failure) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw failure;
    }
}
