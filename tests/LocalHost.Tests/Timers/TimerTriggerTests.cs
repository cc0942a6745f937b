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

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_each_time_that_it_is_due_in_UTC()
    {
        await using var host = await Run("0 30 13 * * 1");
        await Advance(TimeSpan.FromHours(40));
        Assert.Empty(_recorder.Entries);
        await AdvanceUntil("on time", 1);
        Assert.Equal(new DateTime(2017, 2, 6, 13, 30, 0), _time.GetUtcNow().UtcDateTime, TimeSpan.FromHours(1.1));
        await AdvanceUntil("on time", 2);
        Assert.Equal(new DateTime(2017, 2, 13, 13, 30, 0), _time.GetUtcNow().UtcDateTime, TimeSpan.FromHours(1.1));
    }

    [Fact]
    public async Task Runs_that_were_missed_are_made_up_for_by_one_that_knows_it()
    {
        await using (var host = await Run("0 0 * * * *")) await AdvanceUntil("on time", 1);
        _time.Advance(TimeSpan.FromDays(3));
        await using (var host = await Run("0 0 * * * *"))
        {
            await _recorder.WaitFor("late");
            await AdvanceUntil("on time", 2);
        }

        Assert.Equal(["on time", "late", "on time"], _recorder.Entries);
    }

    [Fact]
    public async Task A_first_start_and_a_changed_schedule_have_missed_nothing()
    {
        await using (var host = await Run("0 0 13 * * 1")) await Advance(TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromDays(30));
        await using (var host = await Run("0 0 * * * *")) await AdvanceUntil("on time", 1);
        Assert.Equal(["on time"], _recorder.Entries);
    }

    [Fact]
    public async Task Of_two_hosts_one_runs_it()
    {
        await using var one = await Run("0 0 * * * *");
        await using var other = await Run("0 0 * * * *");
        for (var hour = 1; hour <= 3; hour++)
        {
            await AdvanceUntil("on time", hour);
            await Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(3, _recorder.Entries.Count);
    }

    [Fact]
    public async Task A_run_that_fails_doesn_t_stop_the_schedule()
    {
        await using var host = await Run("0 0 * * * *", fails: true);
        await AdvanceUntil("on time", 3);
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
            DateTime.Parse(next, System.Globalization.CultureInfo.InvariantCulture),
            Schedule.Parse(schedule, Function).After(DateTime.Parse(after, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("every monday")]
    [InlineData("61 * * * * *")]
    [InlineData("-00:05:00")]
    public void A_schedule_that_is_none_is_refused_by_the_function_s_name(string schedule) =>
        Assert.Contains(nameof(AtStart), Assert.Throws<InvalidFunctionException>(() => Schedule.Parse(schedule, Function)).Message, StringComparison.Ordinal);

    private static FunctionDescriptor Function => FunctionCatalog.Of(new FunctionSource([typeof(AtStart)], "")).All.Single();

    private async Task<TestHost> Run(string schedule, bool fails = false)
    {
        var settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage.Connection, ["Schedule"] = schedule, ["LocalHost:Id"] = _app };
        return await TestHost.Start([typeof(Scheduled)], settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_time);
            builder.Services.AddSingleton(_recorder);
            builder.Services.AddSingleton(new Luck(fails));
        });
    }

    // In steps, as a clock goes: and with a moment for the function to run.
    private async Task Advance(TimeSpan by)
    {
        var end = _time.GetUtcNow() + by;
        while (_time.GetUtcNow() < end)
        {
            _time.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(10, Cancellation);
        }
    }

    private async Task AdvanceUntil(string entry, int times)
    {
        for (var step = 0; _recorder.Count(entry) < times; step++)
        {
            Assert.True(step < 3000, $"Waited in vain for {entry}, {times} times; there is: {string.Join(" | ", _recorder.Entries)}");
            _time.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(5, Cancellation);
        }
    }

    internal sealed record Luck(bool Fails);

    internal sealed class Scheduled(Recorder recorder, Luck luck)
    {
        [Function(nameof(Scheduled))]
        public void Run([TimerTrigger("%Schedule%")] TimerInfo timer)
        {
            recorder.Add(timer.IsPastDue ? "late" : "on time");
            if (luck.Fails) throw new InvalidOperationException("no luck");
        }
    }

    internal sealed class AtStart(Recorder recorder)
    {
        [Function(nameof(AtStart))]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => recorder.Add(timer.IsPastDue ? "late" : "at the start");
    }
}
