using System.Globalization;
using Azure.Storage.Blobs;
using LocalHost.Host;
using LocalHost.Host.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LocalHost.Tests.Timers;

public sealed class TimerTriggerTests(Storage storage)
{
    // A Saturday.
    private static readonly DateTimeOffset Start = new(2017, 2, 4, 12, 0, 0, TimeSpan.Zero);
    private static int _apps;

    private readonly Recorder _recorder = new();
    private readonly FakeTimeProvider _time = new(Start);
    private readonly string _app = $"timer-test-{Interlocked.Increment(ref _apps)}";

    private BlobClient Note => new(storage.Connection, "azure-webjobs-hosts", $"{_app}/timers/{nameof(Scheduled)}/status");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_each_time_that_it_is_due_in_UTC()
    {
        await using var host = await Run("0 30 13 * * 1");
        await PassBy(new DateTime(2017, 2, 6, 13, 29, 0));
        Assert.Empty(_recorder.Entries);
        await RunAt(new DateTime(2017, 2, 6, 13, 30, 0), "on time 02-06 13:30");
        await RunAt(new DateTime(2017, 2, 13, 13, 30, 0), "on time 02-13 13:30");
    }

    [Fact]
    public async Task Runs_that_were_missed_are_made_up_for_by_one_that_knows_it()
    {
        await using (var host = await Run("0 0 * * * *")) await RunAt(new DateTime(2017, 2, 4, 13, 0, 0), "on time 02-04 13:00");
        _time.Advance(TimeSpan.FromDays(3));
        await using (var host = await Run("0 0 * * * *"))
        {
            await _recorder.WaitFor("late 02-04 14:00");
            await RunAt(new DateTime(2017, 2, 7, 14, 0, 0), "on time 02-07 14:00");
        }

        Assert.Equal(3, _recorder.Entries.Count);
    }

    [Fact]
    public async Task A_first_start_and_a_changed_schedule_have_missed_nothing()
    {
        await using (var host = await Run("0 0 13 * * 1")) await PassBy(new DateTime(2017, 2, 4, 13, 0, 0));
        _time.Advance(TimeSpan.FromDays(30));
        await using (var host = await Run("0 0 * * * *"))
        {
            // It has read the status once it is past this.
            await Task.Delay(500, Cancellation);
            await RunAt(new DateTime(2017, 3, 6, 14, 0, 0), null);
        }

        Assert.StartsWith("on time", Assert.Single(_recorder.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_hosts_one_runs_it()
    {
        await using var one = await Run("0 0 * * * *");
        await using var other = await Run("0 0 * * * *");
        for (var hour = 13; hour <= 15; hour++)
        {
            await RunAt(new DateTime(2017, 2, 4, hour, 0, 0), $"on time 02-04 {hour}:00");
            await PassBy(new DateTime(2017, 2, 4, hour, 10, 0));
        }

        Assert.Equal(3, _recorder.Entries.Count);
    }

    [Fact]
    public async Task What_another_host_has_run_in_the_meantime_is_not_run_again()
    {
        await using var host = await Run("0 0 * * * *");
        // It waits for 13:00 by now. A host whose clock is ahead has run it.
        await Task.Delay(300, Cancellation);
        var ran = new Dictionary<string, string> { ["last"] = "2017-02-04T13:00:05Z", ["next"] = "2017-02-04T14:00:00Z", ["updated"] = "2017-02-04T13:00:05Z" };
        await Note.SetMetadataAsync(ran, cancellationToken: Cancellation);

        await PassBy(new DateTime(2017, 2, 4, 13, 0, 10));
        Assert.Empty(_recorder.Entries);
        await RunAt(new DateTime(2017, 2, 4, 14, 0, 0), "on time 02-04 14:00");
    }

    [Fact]
    public async Task A_run_that_fails_doesn_t_stop_the_schedule()
    {
        await using var host = await Run("0 0 * * * *", luck: Luck.None);
        await RunAt(new DateTime(2017, 2, 4, 13, 0, 0), "on time 02-04 13:00");
        await RunAt(new DateTime(2017, 2, 4, 14, 0, 0), "on time 02-04 14:00");
    }

    [Fact]
    public async Task A_run_that_a_stop_broke_off_is_not_repeated_before_its_next_time()
    {
        await using (var host = await Run("0 0 * * * *", luck: Luck.NoEnd)) await RunAt(new DateTime(2017, 2, 4, 13, 0, 0), "on time 02-04 13:00");
        Assert.Equal(1, _recorder.Count("broken off"));
        await using (var host = await Run("0 0 * * * *")) await RunAt(new DateTime(2017, 2, 4, 14, 0, 0), "on time 02-04 14:00");
        Assert.Equal(3, _recorder.Entries.Count);
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_the_time_between_two_is_alone_and_its_next_one_follows()
    {
        await using var host = await Run("0 0 * * * *", luck: Luck.NoEnd);
        await RunAt(new DateTime(2017, 2, 4, 13, 0, 0), "on time 02-04 13:00");
        await PassBy(new DateTime(2017, 2, 4, 14, 0, 0));
        await PassBy(new DateTime(2017, 2, 4, 15, 0, 0));
        Assert.Single(_recorder.Entries);
    }

    [Fact]
    public async Task A_run_that_was_missed_and_one_at_the_start_are_one_that_is_late()
    {
        await using (var host = await Run("0 0 * * * *", [typeof(Both)])) await _recorder.WaitFor("on time");
        _time.Advance(TimeSpan.FromHours(3));
        await using (var host = await Run("0 0 * * * *", [typeof(Both)])) await _recorder.WaitFor("late");
        Assert.Equal(["on time", "late"], _recorder.Entries);
    }

    [Fact]
    public async Task Runs_at_the_start_where_it_is_told_to()
    {
        await using var host = await TestHost.Start([typeof(AtStart)], new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage.Connection }, builder => builder.Services.AddSingleton(_recorder));
        await _recorder.WaitFor("at the start");
    }

    [Theory]
    [InlineData("0 0 13 * * 1", "2017-02-04T12:00:00", "2017-02-06T13:00:00")]
    [InlineData("*/10 * * * * *", "2017-02-04T12:00:01", "2017-02-04T12:00:10")]
    [InlineData("0 0 13 * * 1", "2017-02-06T13:00:00", "2017-02-13T13:00:00")]
    [InlineData("0 13 * * *", "2017-02-04T12:00:00", "2017-02-04T13:00:00")]
    [InlineData("00:05:00", "2017-02-04T12:00:00", "2017-02-04T12:05:00")]
    public void A_schedule_tells_the_next_time(string schedule, string after, string next) =>
        Assert.Equal(
            DateTime.Parse(next, CultureInfo.InvariantCulture),
            Schedule.Parse(schedule, Function).After(DateTime.Parse(after, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("every monday")]
    [InlineData("61 * * * * *")]
    [InlineData("-00:05:00")]
    public void A_schedule_that_is_none_is_refused_by_the_function_s_name(string schedule) =>
        Assert.Contains(nameof(AtStart), Assert.Throws<InvalidFunctionException>(() => Schedule.Parse(schedule, Function)).Message, StringComparison.Ordinal);

    private static FunctionDescriptor Function => FunctionCatalog.Of(new FunctionSource([typeof(AtStart)], "")).All.Single();

    private async Task<TestHost> Run(string schedule, Type[]? functions = null, Luck luck = Luck.Good)
    {
        var settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage.Connection, ["Schedule"] = schedule, ["LocalHost:Id"] = _app };
        var host = await TestHost.Start(functions ?? [typeof(Scheduled)], settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_time);
            builder.Services.AddSingleton(_recorder);
            builder.Services.AddSingleton(new Fate(luck));
        });
        // Before the clock goes on, the host has to have looked at it.
        while (!await Note.ExistsAsync(Cancellation)) await Task.Delay(20, Cancellation);
        return host;
    }

    /// <summary>Sets the clock to this moment, and gives the host time to act on it.</summary>
    private async Task PassBy(DateTime moment)
    {
        _time.Advance(new DateTimeOffset(moment, TimeSpan.Zero) - _time.GetUtcNow());
        await Task.Delay(300, Cancellation);
    }

    /// <summary>Sets the clock to this moment and lets it go on, a second at a time, until the run is there.</summary>
    /// <param name="entry">What the run writes down; null for whatever it is.</param>
    private async Task RunAt(DateTime moment, string? entry)
    {
        var before = _recorder.Entries.Count;
        await PassBy(moment);
        for (var step = 0; entry is null ? _recorder.Entries.Count == before : _recorder.Count(entry) == 0; step++)
        {
            Assert.True(step < 1500, $"Waited in vain for {entry}; there is: {string.Join(" | ", _recorder.Entries)}");
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, Cancellation);
        }

        // What is due next is noted after the run.
        await Task.Delay(300, Cancellation);
    }

    internal enum Luck
    {
        Good,
        None,
        NoEnd,
    }

    internal sealed record Fate(Luck Luck);

    internal sealed class Scheduled(Recorder recorder, Fate fate)
    {
        [Function(nameof(Scheduled))]
        public async Task Run([TimerTrigger("%Schedule%")] TimerInfo timer, CancellationToken cancellation)
        {
            recorder.Add(string.Create(CultureInfo.InvariantCulture, $"{(timer.IsPastDue ? "late" : "on time")} {timer.ScheduleStatus!.Next:MM-dd HH:mm}"));
            if (fate.Luck == Luck.None) throw new InvalidOperationException("no luck");
            if (fate.Luck == Luck.Good) return;
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                recorder.Add("broken off");
            }
        }
    }

    internal sealed class Both(Recorder recorder)
    {
        // Named as the other, whose note the tests wait for.
        [Function(nameof(Scheduled))]
        public void Run([TimerTrigger("%Schedule%", RunOnStartup = true)] TimerInfo timer) => recorder.Add(timer.IsPastDue ? "late" : "on time");
    }

    internal sealed class AtStart(Recorder recorder)
    {
        [Function(nameof(AtStart))]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => recorder.Add(timer.IsPastDue ? "late" : "at the start");
    }
}
