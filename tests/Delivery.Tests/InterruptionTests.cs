using Azure;
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
        await using var world = await World.Create(emulator, mail);
        var reader = await world.Follow("reader@example.org", Travis);
        await world.Pump();
        var (killed, repeated) = (0, 0);
        for (var request = 1; ; request++)
        {
            mail.Mails.Clear();
            var failing = new FailingRequest(request, afterwards);
            await using (var dying = world.Another(failing))
            {
                await dying.Publish(World.Week.AddDays(-request), (Made.Travis, request, null));
                var change = $"week-{World.Week.AddDays(-request):yyyy-MM-dd}-r1";
                if (!await Fails(dying.DispatchAndPump)) break;
                killed++;
                var recorded = await world.Get<IDeliveryStore>().FindDelivery(new DeliveryId(reader.Id, change), Cancellation) is { State: DeliveryState.Delivered };
                var before = mail.Mails.Count;

                // Another process takes over, after the claim of the killed one has lapsed.
                await world.Dispatcher.Run(Cancellation);
                await world.Pass(TrackedDelivery.Claim + TimeSpan.FromMinutes(3));
                Assert.Equal(DeliveryState.Delivered, (await world.Get<IDeliveryStore>().FindDelivery(new DeliveryId(reader.Id, change), Cancellation))!.State);
                Assert.InRange(mail.Mails.Count, 1, 2);
                Assert.Single(mail.Mails.Select(sent => sent.MessageId).Distinct());
                if (recorded) Assert.Equal(before, mail.Mails.Count);
                if (mail.Mails.Count == 2) repeated++;
            }
        }

        // The marks, sixteen shards, the delivery, its message, the mark; then reading and claiming it, the recipient, and the outcome.
        Assert.InRange(killed, 20, 30);
        // Only where the mail was accepted and the outcome not recorded.
        Assert.Equal(afterwards ? 0 : 1, repeated);
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

    private static async Task<bool> Fails(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            return true;
        }
    }
}
