using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Tests;

/// <summary>Many subscriptions and one publication. DELIVERY_SUBSCRIPTIONS sets another number than that of CI.</summary>
public sealed class ManyTests(Emulator emulator, ITestOutputHelper output)
{
    // How many messages of a queue a host processes concurrently by default.
    private const int AtOnce = 16;

    private static readonly int Many = int.TryParse(Environment.GetEnvironmentVariable("DELIVERY_SUBSCRIPTIONS"), out var asked) ? asked : 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_subscriber_gets_one_mail_requests_are_counted_and_memory_is_flat()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        await world.AddReaders(Many, RecipientState.Active, new Filter("TX"));
        var received = new ConcurrentDictionary<string, int>();
        var half = new TaskCompletionSource<Memory>(TaskCreationOptions.RunContinuationsAsynchronously);
        mail.Instead = sent =>
        {
            received.AddOrUpdate(sent.To.ToString(), 1, (_, count) => count + 1);
            if (received.Count == Many / 2) half.TrySetResult(Memory.Measure());
        };
        await world.Publish(World.Week, (Made.Travis, 3, null));
        var requests = new Counter();
        await using var sending = world.Another(requests);
        var before = Memory.Measure();

        await sending.Dispatcher.Run(Cancellation);
        var (dispatching, dispatched) = (requests.Count, Memory.Measure());
        await sending.PumpAtOnce(AtOnce, Cancellation);
        var after = Memory.Measure();

        Assert.Equal((Many, 1), (received.Count, received.Values.Max()));
        output.WriteLine($"{Many} subscriptions: {dispatching} requests to dispatch, {requests.Count - dispatching} to deliver.");
        output.WriteLine($"Memory before {before}; after the dispatch {dispatched}; when half was sent {await half.Task}; in the end {after}");
        // The index, the digests, the marks, the report, the event's mark and sixteen shards; messages one by one, deliveries in hundreds, and
        // recipients in pages of a thousand.
        Assert.InRange(dispatching, Many, Many + 40 + (2 * 16 * ((Many / 16 / 100) + 1)));
        Assert.Equal(4 * Many, requests.Count - dispatching);
        // Ten thousand addresses and their rows would be more than that.
        Assert.True(after.Heap - before.Heap < 16, $"The heap grew from {before} to {after}.");
    }

    [Fact]
    public async Task A_slow_receiver_does_not_hold_up_the_others()
    {
        await using var slow = await Receiver.Start();
        await using var fast = await Receiver.Start();
        await using var world = await World.Create(emulator);
        var release = new TaskCompletionSource();
        slow.Answer = _ => release.Task;
        await world.Webhooks.Add(slow.Url, new Filter("TX"), null, Cancellation);
        for (var i = 0; i < 40; i++) await world.Webhooks.Add(fast.Url, new Filter("TX"), null, Cancellation);
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.Dispatcher.Run(Cancellation);

        var begun = System.Diagnostics.Stopwatch.StartNew();
        var pumping = world.PumpAtOnce(AtOnce, Cancellation);
        while (fast.Events.Count < 40 && begun.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(20, Cancellation);

        // It has the event, and hasn't answered.
        output.WriteLine($"40 deliveries took {begun.ElapsedMilliseconds} ms beside a receiver that doesn't answer.");
        Assert.Equal((40, 1, false), (fast.Events.Count, slow.Events.Count, pumping.IsCompleted));
        release.SetResult();
        await pumping;
        Assert.Equal((40, 1), (fast.Events.Count, slow.Events.Count));
    }

    /// <param name="Heap">What is in use after a collection, in MiB.</param>
    /// <param name="WorkingSet">In MiB; includes the mail server of the test.</param>
    private sealed record Memory(long Heap, long WorkingSet)
    {
        public static Memory Measure() => new(GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024, Environment.WorkingSet / 1024 / 1024);

        public override string ToString() => $"{Heap} MiB in use, {WorkingSet} MiB working set";
    }

    internal sealed class Counter : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => _count;

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
    }
}
