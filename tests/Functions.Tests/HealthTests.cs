using DetainerLedger.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Functions.Tests;

public sealed class HealthTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Is_well_when_storage_answers()
    {
        var sent = await (await Ask(_ => Task.CompletedTask)).Send();
        Assert.Equal(200, sent.Status);
        Assert.Equal("""{"status":"ok"}""", sent.Text);
        Assert.Equal("no-store", sent.Header("Cache-Control"));
    }

    [Fact]
    public async Task Says_that_storage_fails() => await IsUnavailable(await Ask(_ => throw new IOException("connection refused")));

    [Fact]
    public async Task Does_not_wait_for_ever()
    {
        var asked = Ask(cancellation => Task.Delay(Timeout.InfiniteTimeSpan, cancellation));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(asked.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await IsUnavailable(await asked);
    }

    [Fact]
    public async Task A_caller_who_left_is_no_failure_of_storage()
    {
        var request = Requests.Get("/api/health");
        request.HttpContext.RequestAborted = new CancellationToken(canceled: true);
        var health = new Health(new ScriptedProbe(Task.FromCanceled), _clock, NullLogger<Health>.Instance);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => health.Run(request));
    }

    private static async Task IsUnavailable(IResult answer)
    {
        var sent = await answer.Send();
        Assert.Equal(503, sent.Status);
        Assert.Equal("storage-unavailable", sent.Json.GetProperty("code").GetString());
        Assert.DoesNotContain("refused", sent.Text, StringComparison.Ordinal);
    }

    private Task<IResult> Ask(Func<CancellationToken, Task> ping) =>
        new Health(new ScriptedProbe(ping), _clock, NullLogger<Health>.Instance).Run(Requests.Get("/api/health"));
}

internal sealed class ScriptedProbe(Func<CancellationToken, Task> ping) : IStorageProbe
{
    public Task Ping(CancellationToken cancellation) => ping(cancellation);
}
