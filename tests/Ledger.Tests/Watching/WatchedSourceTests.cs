using DetainerLedger.Watching;

namespace DetainerLedger.Tests.Watching;

public sealed class WatchedSourceTests
{
    private static readonly DateTimeOffset Now = new(2017, 4, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly WatchedSource _source = new("https://agency.example/", Now);

    [Fact]
    public void A_source_is_due_at_first_and_then_after_its_time()
    {
        Assert.True(_source.IsDue(Now, Every));
        var looked = _source with { LastLookAt = Now };
        Assert.False(looked.IsDue(Now + Every - TimeSpan.FromTicks(1), Every));
        Assert.True(looked.IsDue(Now + Every, Every));
    }

    [Fact]
    public void The_pause_doubles_with_each_failure_up_to_eight_times()
    {
        var source = _source;
        foreach (var hours in new[] { 1, 2, 4, 8, 8, 8 })
        {
            source = source.Failed(LookFailures.Network, null, Now, Every, null);
            Assert.Equal(Now.AddHours(hours), source.NotBefore);
        }
    }

    [Fact]
    public void A_server_that_asks_to_wait_longer_is_obeyed() =>
        Assert.Equal(Now.AddDays(1), _source.Failed(LookFailures.Wait, 429, Now, Every, Now.AddDays(1)).NotBefore);

    [Fact]
    public void A_source_is_unread_when_it_failed_for_a_day()
    {
        var failed = _source with { LastReadAt = Now, LastError = LookFailures.Network };
        Assert.Null(failed.UnreadSince(Now.AddHours(23)));
        Assert.Equal(Now, failed.UnreadSince(Now.AddDays(1)));
        Assert.Null((failed with { LastError = null }).UnreadSince(Now.AddDays(1)));
    }
}
