using DetainerLedger.Subscriptions;

namespace DetainerLedger.Storage.Tests.Faults.Delivery;

/// <summary>Single tries of deliveries.</summary>
internal static class Attempts
{
    public static IReadOnlyList<FaultyDelivery> All { get; } =
    [
        new("delivering a mail", world => Try(world, world.Reader)),
        new("delivering to a webhook", world => Try(world, world.Hook.Recipient)),
        new("trying a webhook that fails", TryFailing),
        new("trying a webhook that is gone", TryGone),
        new("trying a mailbox that doesn't exist", TryUnknown),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<DeliveryTrial> Try(DeliveryWorld world, Recipient recipient)
    {
        var change = await world.Dispatch();
        int? whenRecorded = null;
        return new DeliveryTrial(
            instance => instance.Deliverer.Deliver(new DeliveryId(recipient.Id, change), Cancellation),
            async () =>
            {
                var state = await world.Describe(recipient, change);
                if (state.StartsWith(nameof(DeliveryState.Delivered), StringComparison.Ordinal)) whenRecorded ??= world.Received(recipient, change);
                return [state];
            },
            async () =>
            {
                // At least once, at most once more, and never after a success was recorded.
                Assert.InRange(world.Received(recipient, change), 1, 2);
                if (whenRecorded is { } sent) Assert.Equal(sent, world.Received(recipient, change));
                return await world.Describe(recipient, change);
            });
    }

    private static async Task<DeliveryTrial> TryFailing(DeliveryWorld world)
    {
        var (recipient, change) = (world.Hook.Recipient, await world.Dispatch());
        world.Receiver.Answer = context => { context.Response.StatusCode = 500; return Task.CompletedTask; };
        return new DeliveryTrial(
            instance => instance.Deliverer.Deliver(new DeliveryId(recipient.Id, change), Cancellation),
            async () => [await world.Describe(recipient, change)],
            async () =>
            {
                // The try that failed, perhaps again, and the one that succeeded. A try that was interrupted before it sent anything is none.
                Assert.InRange(world.Received(recipient, change), 1, 3);
                return (await world.Describe(recipient, change)).Split(' ')[0];
            })
        {
            Repair = () => world.Receiver.Answer = null,
        };
    }

    private static async Task<DeliveryTrial> TryGone(DeliveryWorld world)
    {
        var hook = (await world.AddHook()).Recipient;
        var change = await world.Dispatch();
        world.Receiver.Answer = context => { context.Response.StatusCode = 410; return Task.CompletedTask; };
        return new DeliveryTrial(
            instance => instance.Deliverer.Deliver(new DeliveryId(hook.Id, change), Cancellation),
            // Disabled first: a try that is repeated after that is given up.
            async () => [(await world.Find(hook))!.State.ToString(), await world.Describe(hook, change)],
            async () =>
            {
                var end = $"{(await world.Find(hook))!.State}, {(await world.Describe(hook, change)).Split(' ')[0]}, {world.MailsTo(hook, hook.Contact)} notice";
                await world.Healthy.Webhooks.Delete(hook, Cancellation);
                world.Receiver.Answer = null;
                return end;
            });
    }

    private static async Task<DeliveryTrial> TryUnknown(DeliveryWorld world)
    {
        var reader = await world.Follow();
        await world.Pump();
        var change = await world.Dispatch();
        world.Mail.Unknown[world.Healthy.Keys.Open(reader.Id, reader.Sealed)] = true;
        return new DeliveryTrial(
            instance => instance.Deliverer.Deliver(new DeliveryId(reader.Id, change), Cancellation),
            async () => [await world.Find(reader) is null ? "forgotten" : "known"],
            async () => $"{world.Received(reader, change)} mails, {await world.Rows(reader)} rows");
    }
}
