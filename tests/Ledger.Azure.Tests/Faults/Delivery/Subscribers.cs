using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Storage.Tests.Faults.Delivery;

/// <summary>What subscribers do.</summary>
internal static class Subscribers
{
    public static IReadOnlyList<FaultyDelivery> All { get; } =
    [
        new("asking to follow", Ask),
        new("confirming", Confirm),
        new("leaving", Leave),
        new("following again after an interrupted deletion", Return),
        new("rotating a secret", Rotate),
        new("enabling a webhook", Enable),
        new("replaying an event", Replay),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<DeliveryTrial> Ask(DeliveryWorld world) => Task.FromResult(Asking(world, world.NewAddress()));

    private static async Task<DeliveryTrial> Return(DeliveryWorld world)
    {
        var before = await world.Follow();
        await world.Pump();
        await world.Healthy.Tables.Recipients.UpdateEntityAsync(
            new Azure.Data.Tables.TableEntity(before.Id[..1], before.Id) { ["Left"] = true }, Azure.ETag.All, Azure.Data.Tables.TableUpdateMode.Replace, Cancellation);
        return Asking(world, world.Healthy.Keys.Open(before.Id, before.Sealed));
    }

    private static DeliveryTrial Asking(DeliveryWorld world, string address)
    {
        var id = world.Healthy.Keys.IdsOf(address)[0];
        var mails = world.Mail.Mails.Count;
        return new DeliveryTrial(
            async instance => Assert.Equal(FollowAnswer.Accepted, await instance.Follows.Ask(address, DeliveryWorld.Travis, Cancellation)),
            async () => [await world.Healthy.Recipients.FindRecipient(id, Cancellation) is { } row ? $"{row.State}, {row.Requested.Count} requested" : "unknown"],
            async () =>
            {
                var row = (await world.Healthy.Recipients.FindRecipient(id, Cancellation))!;
                var end = $"{row.State}, {row.Requested.Count} requested, {world.Mail.Mails.Count - mails} mail";
                await world.Healthy.Recipients.DeleteRecipient(id, Cancellation);
                return end;
            });
    }

    private static async Task<DeliveryTrial> Confirm(DeliveryWorld world)
    {
        var asked = await world.Ask();
        await world.Pump();
        return new DeliveryTrial(
            async instance => Assert.NotNull(await instance.Follows.Confirm(world.Token(asked, TokenPurpose.Confirm), [DeliveryWorld.Travis.Key], Cancellation)),
            State,
            async () =>
            {
                var end = (await State())[0];
                await world.Healthy.Recipients.DeleteRecipient(asked.Id, Cancellation);
                return end;
            });

        async Task<string[]> State() => [await world.Find(asked) is { } row ? $"{row.State}, follows {row.Filters.Count}, expires {row.ExpiresAt is not null}" : "unknown"];
    }

    private static async Task<DeliveryTrial> Leave(DeliveryWorld world)
    {
        var reader = await world.Follow();
        var delivered = await world.Dispatch();
        await world.Settle();
        Assert.Equal(1, world.Received(reader, delivered));
        var pending = await world.Dispatch();
        return new DeliveryTrial(
            instance => instance.Follows.Leave(world.Token(reader, TokenPurpose.Unsubscribe), Cancellation),
            async () => [await world.Find(reader) is null ? "forgotten" : "known"],
            async () =>
            {
                Assert.Equal((1, 0), (world.Received(reader, delivered), world.Received(reader, pending)));
                return $"{await world.Rows(reader)} rows";
            });
    }

    private static async Task<DeliveryTrial> Rotate(DeliveryWorld world)
    {
        var hook = (await world.AddHook()).Recipient;
        string? returned = null;
        return new DeliveryTrial(
            async instance => returned = await instance.Webhooks.Rotate(hook, Cancellation),
            State,
            async () =>
            {
                await world.Healthy.Webhooks.Delete(hook, Cancellation);
                return "deleted";
            })
        {
            // A second rotation would replace the new secret too, as the caller asked for.
            Repeat = _ => Task.CompletedTask,
        };

        async Task<string[]> State()
        {
            var row = (await world.Find(hook))!;
            if (row.Secret == hook.Secret) return ["the first secret"];
            if (returned is not null) Assert.Equal(returned, world.Healthy.Keys.Open(row.Id, row.Secret!));
            return [row.EarlierSecret == hook.Secret ? "a new secret, and the first one signs too" : "the first secret is lost"];
        }
    }

    private static async Task<DeliveryTrial> Enable(DeliveryWorld world)
    {
        var hook = (await world.AddHook()).Recipient;
        Assert.True(await world.Healthy.Recipients.ReplaceRecipient(
            (await world.Find(hook))! with { State = RecipientState.Disabled, DisabledAt = world.Time.GetUtcNow() }, Cancellation));
        return new DeliveryTrial(
            async instance => Assert.Equal(RecipientState.Active, (await instance.Webhooks.Enable((await world.Find(hook))!, Cancellation)).State),
            async () => [(await world.Find(hook))!.State.ToString()],
            async () =>
            {
                await world.Healthy.Webhooks.Delete(hook, Cancellation);
                return "deleted";
            });
    }

    private static async Task<DeliveryTrial> Replay(DeliveryWorld world)
    {
        var (hook, change) = (world.Hook.Recipient, await world.Dispatch());
        await world.Healthy.Deliverer.Deliver(new DeliveryId(hook.Id, change), Cancellation);
        return new DeliveryTrial(
            async instance => Assert.True(await instance.Webhooks.Replay(hook, change, Cancellation)),
            async () => [(await world.Describe(hook, change)).Split(' ')[0]],
            async () =>
            {
                Assert.Equal(2, world.Received(hook, change));
                return await world.Describe(hook, change);
            });
    }
}
