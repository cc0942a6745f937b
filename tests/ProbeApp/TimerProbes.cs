using Microsoft.Azure.Functions.Worker;

namespace ProbeApp;

public sealed class TimerProbes(Journal journal)
{
    [Function("Tick")]
    public Task Tick([TimerTrigger("%PROBE_TICK%")] TimerInfo timer) =>
        journal.Add($"tick{(timer.IsPastDue ? " late" : "")}{(timer.ScheduleStatus is { } status ? $" next {status.Next:O}" : "")}");

    [Function("AtStart")]
    public Task AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => journal.Add($"at start{(timer.IsPastDue ? " late" : "")}");

    [Function("Unmonitored")]
    public Task Unmonitored([TimerTrigger("0 0 0 1 1 *", UseMonitor = false)] TimerInfo timer) => journal.Add($"unmonitored {timer.ScheduleStatus is null}");

    [Function("Retried")]
    [FixedDelayRetry(2, "00:00:00.100")]
    public async Task Retried([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer)
    {
        await journal.Add("retried");
        throw new InvalidOperationException("Fails at each attempt.");
    }
}
