using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Storage.Tests;

/// <summary>
/// Time that passes only when something waits for it, and then at once. Limits, which are longer than any pause, don't move it: what a
/// request to the emulator takes on a busy machine is no time at all.
/// </summary>
internal sealed class PassingTime : FakeTimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Runs when something begins to wait; time then doesn't pass.</summary>
    public Action? InsteadOfPassing { get; init; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestPause) _ = Task.Run(InsteadOfPassing ?? (() => Advance(dueTime)));
        return timer;
    }
}
