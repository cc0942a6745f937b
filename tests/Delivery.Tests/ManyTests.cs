using Azure.Core;
using Azure.Core.Pipeline;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Tests;

/// <summary>Many subscriptions and one publication. DELIVERY_SUBSCRIPTIONS sets another number than that of CI.</summary>
public sealed class ManyTests(Emulator emulator)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_subscriber_gets_one_mail_and_requests_are_counted()
    {
        var many = int.TryParse(Environment.GetEnvironmentVariable("DELIVERY_SUBSCRIPTIONS"), out var asked) ? asked : 200;
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        var keys = world.Get<DeliveryKeys>();
        await Parallel.ForEachAsync(Enumerable.Range(0, many), Cancellation, async (i, stop) =>
        {
            var address = $"reader{i}@example.org";
            var id = keys.IdsOf(address)[0];
            await world.Get<IRecipientStore>().AddRecipient(
                new Recipient(id, RecipientKind.Mail, RecipientState.Active, DeliveryKeys.RandomId(), keys.Seal(id, address), default) { Filters = [new Filter("TX")] }, stop);
        });
        await world.Publish(World.Week, (Made.Travis, 3, null));
        var requests = new Counter();
        await using var sending = world.Another(requests);
        await sending.Dispatcher.Run(Cancellation);
        var (dispatching, memory) = (requests.Count, GC.GetTotalMemory(forceFullCollection: true));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(sending.Pump, Cancellation)));

        Assert.Equal(many, mail.Mails.Count);
        Assert.Equal(many, mail.Mails.Select(sent => sent.To.ToString()).Distinct().Count());
        TestContext.Current.SendDiagnosticMessage(
            $"{many} subscriptions: {dispatching} requests to dispatch, {requests.Count - dispatching} to deliver; {memory / 1024 / 1024} MiB after the dispatch.");
        // One message each, and batches of a hundred deliveries; four requests for a delivery.
        Assert.InRange(dispatching, many, (many * 1.05) + 60);
        Assert.Equal(4 * many, requests.Count - dispatching);
    }

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => _count;

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
    }
}
