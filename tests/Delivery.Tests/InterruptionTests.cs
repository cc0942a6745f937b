using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Tests;

/// <summary>Kills a dispatch with its delivery at each of its requests in turn, and runs several at once.</summary>
public sealed class InterruptionTests(Emulator emulator)
{
    private static readonly Filter Travis = new(Jurisdiction: "tx-travis-county");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kill_at_any_step_loses_no_event_and_repeats_no_recorded_success(bool afterwards)
    {
        await using var mail = MailServer.Start();
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator, mail);
        Recipient[] recipients = [await world.Follow("reader@example.org", Travis), (await world.Webhooks.Add(receiver.Url, Travis, null, Cancellation)).Recipient];
        await world.Pump();
        var (killed, repeated) = (0, new int[2]);
        for (var request = 1; ; request++)
        {
            mail.Mails.Clear();
            receiver.Events.Clear();
            // Another policy each time, so that there is a change.
            await world.Publish(World.Week.AddDays(-request), (Made.Travis, 1, $"Policy {request}"));
            var change = $"week-{World.Week.AddDays(-request):yyyy-MM-dd}-r1";
            await using (var dying = world.Another(new FailingRequest(request, afterwards)))
                if (!await Fails(dying.DispatchAndPump)) break;
            killed++;
            var (recorded, before) = (await Delivered(), Received());

            // Another process takes over, after the claim of the killed one has lapsed.
            await world.Dispatcher.Run(Cancellation);
            await world.Pass(TrackedDelivery.Claim + TimeSpan.FromMinutes(3));

            Assert.All(await Delivered(), Assert.True);
            Assert.Single(mail.Mails.Select(sent => sent.MessageId).Distinct());
            Assert.Equal(change, Assert.Single(receiver.Events.Select(sent => sent.Headers["webhook-id"].ToString()).Distinct()));
            foreach (var (i, received) in Received().Index())
            {
                Assert.InRange(received, 1, 2);
                if (recorded[i]) Assert.Equal(before[i], received);
                if (received == 2) repeated[i]++;
            }

            int[] Received() => [mail.Mails.Count, receiver.Events.Count];

            async Task<bool[]> Delivered() => [.. await Task.WhenAll(recipients.Select(async each =>
                await world.Get<IDeliveryStore>().FindDelivery(new DeliveryId(each.Id, change), Cancellation) is { State: DeliveryState.Delivered }))];
        }

        // The index, the digests, the marks, what is compared, sixteen shards, two deliveries and messages, the mark; then for each of the two:
        // reading and claiming it, the recipient, and the outcome.
        Assert.InRange(killed, 34, 44);
        // Only where it was accepted and the outcome not recorded.
        Assert.Equal(afterwards ? [0, 0] : [1, 1], repeated);
    }

    [Fact]
    public async Task Several_instances_at_once_send_one_mail_to_each()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        for (var i = 0; i < 20; i++) await world.Follow($"reader{i}@example.org", Travis);
        await world.Pump();
        mail.Mails.Clear();
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await using var second = world.Another();
        await using var third = world.Another();

        await Task.WhenAll(new[] { world, second, third }.Select(instance => Task.Run(instance.DispatchAndPump, Cancellation)));
        await world.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(20, mail.Mails.Count);
        Assert.Equal(20, mail.Mails.Select(sent => sent.To.ToString()).Distinct().Count());
    }

    [Fact]
    public async Task While_one_instance_sends_no_other_does()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        var id = await Pending(world, receiver);
        var release = new TaskCompletionSource();
        receiver.Answer = _ => receiver.Events.Count == 1 ? release.Task : Task.CompletedTask;
        await using var other = world.Another();

        var sending = world.Get<Deliverer>().Deliver(id, Cancellation);
        while (receiver.Events.IsEmpty) await Task.Delay(10, Cancellation);
        Assert.Null(await other.Get<Deliverer>().Deliver(id, Cancellation));
        release.SetResult();

        Assert.Equal(SendResult.Sent, (await sending)!.Result);
        Assert.Single(receiver.Events);
    }

    [Fact]
    public async Task Of_two_instances_that_find_a_delivery_at_the_same_time_one_sends()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        var id = await Pending(world, receiver);
        // It has read the delivery and is about to claim it.
        await using var slower = world.Another(new BeforeFirstWrite(() => world.Get<Deliverer>().Deliver(id, Cancellation)));

        Assert.Null(await slower.Get<Deliverer>().Deliver(id, Cancellation));

        Assert.Single(receiver.Events);
    }

    private static async Task<DeliveryId> Pending(World world, Receiver receiver)
    {
        var hook = (await world.Webhooks.Add(receiver.Url, Travis, null, Cancellation)).Recipient;
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.Dispatcher.Run(Cancellation);
        return Assert.Single(await world.Deliveries(hook)).Id;
    }

    private static async Task<bool> Fails(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or TimeoutException)
        {
            return true;
        }
    }

    private sealed class BeforeFirstWrite(Func<Task> happens) : HttpPipelinePolicy
    {
        private int _writes;

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (message.Request.Method != RequestMethod.Get && Interlocked.Increment(ref _writes) == 1) await happens();
            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("Nothing is sent synchronously.");
    }
}
