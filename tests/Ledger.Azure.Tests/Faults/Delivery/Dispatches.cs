using Azure.Data.Tables;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Storage.Tests.Faults.Delivery;

/// <summary>Dispatches and sweeps.</summary>
internal static class Dispatches
{
    public static IReadOnlyList<FaultyDelivery> All { get; } = [new("dispatching an event", Dispatch), new("sweeping", Sweep)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<DeliveryTrial> Dispatch(DeliveryWorld world)
    {
        var change = await world.Publish();
        Recipient[] subscribers = [world.Reader, world.OtherReader, world.Hook.Recipient];
        return new DeliveryTrial(
            instance => instance.Dispatcher.Run(Cancellation),
            // An event that isn't marked is dispatched again, to those who have no delivery yet.
            async () => (await world.Healthy.Marks.ReadMarks(Cancellation))!.Contains(change)
                ? [$"dispatched: {string.Join(", ", await Task.WhenAll(subscribers.Select(each => world.Describe(each, change))))}"]
                : ["not dispatched"],
            async () =>
            {
                foreach (var each in subscribers) Assert.Equal(1, world.Received(each, change));
                return string.Join(", ", await Task.WhenAll(subscribers.Select(each => world.Describe(each, change))));
            });
    }

    // A delivery without a message, one that ended long ago, a request that nobody confirmed, and a deletion that was interrupted.
    private static async Task<DeliveryTrial> Sweep(DeliveryWorld world)
    {
        var now = world.Time.GetUtcNow();
        var (healthy, lost) = (world.Healthy, await world.Dispatch());
        var ended = new TrackedDelivery(new DeliveryId(world.Reader.Id, $"ended-{world.Next()}"), DeliveryState.Delivered, DateTimeOffset.MaxValue)
        {
            Attempts = [new Attempt(now.AddDays(-31), "ended", null, null)],
        };
        await healthy.Deliveries.AddDeliveries([ended], Cancellation);
        var unconfirmed = await world.Ask();
        Assert.True(await healthy.Recipients.ReplaceRecipient(unconfirmed with { ExpiresAt = now }, Cancellation));
        var left = await world.Follow();
        await healthy.Tables.Recipients.UpdateEntityAsync(
            new TableEntity(left.Id[..1], left.Id) { ["Left"] = true }, Azure.ETag.All, TableUpdateMode.Replace, Cancellation);
        world.Time.Advance(TimeSpan.FromMinutes(10));
        return new DeliveryTrial(
            instance => instance.Sweep.Run(Cancellation),
            async () => [await world.Describe(world.Reader, ended.Id.Change), await world.Find(unconfirmed) is null ? "forgotten" : "unconfirmed"],
            async () =>
            {
                Assert.Equal((1, 0), (world.Received(world.Reader, lost), world.MailsTo(left)));
                Assert.InRange(world.MailsTo(unconfirmed), 0, 1);
                return $"{await world.Describe(world.Reader, lost)}, {await world.Describe(world.Reader, ended.Id.Change)}, "
                    + $"{await world.Rows(unconfirmed)} and {await world.Rows(left)} rows";
            });
    }
}
