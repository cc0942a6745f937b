using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Delivery.Dispatch;

/// <summary>
/// Turns events into deliveries: for each event that isn't marked yet, it inserts a delivery for each matching recipient, if absent, and then
/// marks the event. Each step can be repeated, and several instances can do it at once. No clock is compared.
/// </summary>
public sealed class Dispatcher(
    Changes changes,
    IDispatchMarks marks,
    IRecipientStore recipients,
    IDeliveryStore deliveries,
    IDeliveryMessages queue,
    IOptions<DeliveryOptions> options,
    TimeProvider time)
{
    // Messages sent at once. A queue takes them one by one.
    private const int Parallel = 16;

    /// <returns>The number of events and of deliveries; repeated deliveries count again.</returns>
    public async Task<(int Changes, int Deliveries)> Run(CancellationToken cancellation)
    {
        var all = await changes.ReadAll(cancellation);
        if (await marks.ReadMarks(cancellation) is not { } dispatched)
        {
            await Start(all, cancellation);
            return (0, 0);
        }

        var (events, inserted) = (0, 0);
        foreach (var change in all.Where(change => !dispatched.Contains(change.Id)))
        {
            if (change.Type != ChangeTypes.DigestComposed || DigestChanges.IsNewest(change, all)) inserted += await Dispatch(change, cancellation);
            await marks.Mark([change.Id], cancellation);
            events++;
        }

        return (events, inserted);
    }

    /// <summary>
    /// Marks everything that there is, unless that was done before: a new subscriber gets what is published from then on. Called before a
    /// recipient is added, so that no event of a subscriber is among them.
    /// </summary>
    public async Task EnsureStarted(CancellationToken cancellation)
    {
        if (await marks.ReadMarks(cancellation) is null) await Start(await changes.ReadAll(cancellation), cancellation);
    }

    private async Task Start(IReadOnlyList<LedgerChange> all, CancellationToken cancellation)
    {
        await marks.Mark([.. all.Select(change => change.Id)], cancellation);
        await marks.MarkStarted(cancellation);
    }

    private async Task<int> Dispatch(LedgerChange change, CancellationToken cancellation)
    {
        var known = await changes.Read(change, cancellation);
        var old = change.IsOld(options.Value.DaysBack);
        var inserted = 0;
        foreach (var shard in IRecipientStore.Shards)
        {
            var due = time.GetUtcNow();
            var matching = await recipients.ListRecipients(shard, cancellation)
                .Where(recipient => recipient.State == RecipientState.Active && Matching.Takes(recipient.Kind, recipient.Filters, change, known.Details, old))
                .Select(recipient => new TrackedDelivery(new DeliveryId(recipient.Id, change.Id), DeliveryState.Pending, due))
                .ToListAsync(cancellation);
            await deliveries.AddDeliveries(matching, cancellation);
            await System.Threading.Tasks.Parallel.ForEachAsync(
                matching,
                new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
                async (delivery, stop) => await queue.Send(delivery.Id, TimeSpan.Zero, stop));
            inserted += matching.Count;
        }

        return inserted;
    }
}
