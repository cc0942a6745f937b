using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LocalHost.Host.Timers;

/// <summary>Runs one function when it is due: once at a time, and at one host.</summary>
internal sealed partial class TimerLoop(
    FunctionDescriptor function, TimerTriggerAttribute trigger, Schedule schedule, TimerNotes notes, FunctionInvoker invoker, TimeProvider time, ILogger log)
    : IDisposable
{
    // A timer can't wait for longer than some weeks in one go, and clocks are set.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);

    public FunctionDescriptor Function => function;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task Run(CancellationToken cancellation)
    {
        try
        {
            await Try(() => RunNext(trigger.RunOnStartup, cancellation), cancellation);
            while (true) await Try(() => RunNext(atStart: false, cancellation), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    public Task RunNow(CancellationToken cancellation) => Invoke(new TimerInfo { ScheduleStatus = new ScheduleStatus { Next = schedule.After(Now) } }, cancellation);

    public void Dispose() => _one.Dispose();

    private async Task RunNext(bool atStart, CancellationToken cancellation)
    {
        var due = trigger.UseMonitor ? Due(await notes.ReadOrCreate(schedule.After(Now), cancellation)) : schedule.After(Now);
        // However many runs were missed while nothing ran: they are made up for by one.
        var late = due < Now;
        // The run that is made up for is the one at the start, too.
        if (atStart && !late) due = Now;
        while (due > Now) await Task.Delay(Shorter(due - Now, LongestWait), time, cancellation);
        if (!trigger.UseMonitor)
        {
            await Invoke(new TimerInfo(), cancellation);
            return;
        }

        await using var lease = await notes.TryTake(cancellation);
        if (lease is null)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
            return;
        }

        // Another host may have run it meanwhile.
        var status = await notes.Read(cancellation);
        if (status.Last >= due) return;
        await Invoke(new TimerInfo { ScheduleStatus = status, IsPastDue = late }, cancellation, () => notes.Write(Now, schedule, lease));
    }

    // What was noted by another schedule says nothing of this one: nothing was missed then.
    private DateTime Due(ScheduleStatus status)
    {
        var noted = schedule.After(status.Last == default ? status.LastUpdated : status.Last);
        return noted == status.Next ? noted : schedule.After(Now);
    }

    /// <param name="note">
    /// Done after a run, even one that failed or that a stop broke off: as with the Functions host, it isn't repeated before its next time.
    /// </param>
    private async Task Invoke(TimerInfo timer, CancellationToken cancellation, Func<Task>? note = null)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await invoker.Invoke(function, new Dictionary<string, object?> { [function.Bound.Name!] = timer }, http: null, cancellation);
        }
        catch (Exception failure) when (!StoppedBy(failure, cancellation))
        {
            Failed(function.Name, failure);
        }
        finally
        {
            _one.Release();
            if (note is not null) await note();
        }
    }

    private async Task Try(Func<Task> run, CancellationToken cancellation)
    {
        try
        {
            await run();
        }
        catch (Exception failure) when (!StoppedBy(failure, cancellation))
        {
            NotesFailed(function.Name, failure);
            await Task.Delay(AfterFailure, time, cancellation);
        }
    }

    // A cancellation that isn't the stop is somebody's timeout, and a failure like any other.
    private static bool StoppedBy(Exception failure, CancellationToken stop) => failure is OperationCanceledException && stop.IsCancellationRequested;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    [LoggerMessage(EventId = 140, Level = LogLevel.Error, Message = "{Function} failed")]
    private partial void Failed(string function, Exception failure);

    [LoggerMessage(EventId = 141, Level = LogLevel.Error, Message = "The schedule of {Function} can't be read or written; it is tried again")]
    private partial void NotesFailed(string function, Exception failure);
}
