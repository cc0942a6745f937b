using System.Reflection;
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
        var health = new Health(FailingLedger.Of(Task.FromCanceled), _clock, NullLogger<Health>.Instance);
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
        new Health(FailingLedger.Of(ping), _clock, NullLogger<Health>.Instance).Run(Requests.Get("/api/health"));
}

/// <summary>A ledger whose storage fails in a way of the test's choice; nothing else of it works.</summary>
public class FailingLedger : DispatchProxy
{
    private Func<CancellationToken, Task> _ping = _ => Task.CompletedTask;

    public static ILedger Of(Func<CancellationToken, Task> ping)
    {
        var ledger = Create<ILedger, FailingLedger>();
        ((FailingLedger)(object)ledger)._ping = ping;
        return ledger;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name == nameof(ILedger.Ping)
        ? _ping((CancellationToken)args![0]!)
        : throw new NotSupportedException(targetMethod?.Name);
}
