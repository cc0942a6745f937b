using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Delivery.Tests;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Deliveries;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Storage.Tests.Faults.Delivery;

/// <summary>What the instances share: tables and queues, a clock, a real mail server, a real receiver of webhooks, and three subscribers.</summary>
internal sealed class DeliveryWorld : IAsyncDisposable
{
    public static readonly Filter Travis = new(Jurisdiction: "tx-travis-county");

    private static readonly Jurisdiction Place = new("tx-travis-county", "Travis County", "TX", JurisdictionKind.County, "48453");

    private readonly Storage _storage;
    private readonly string _name;
    private readonly QueueClient _queue;
    private int _made;

    private DeliveryWorld(Storage storage, string name, Receiver receiver)
    {
        (_storage, _name, Receiver) = (storage, name, receiver);
        _queue = storage.Queues().GetQueueClient(DeliveryInstance.QueuePrefix(name) + DeliveryQueues.Deliveries);
        Healthy = Instance();
    }

    public FakeTimeProvider Time { get; } = new(Made.Morning);

    public MailServer Mail { get; } = MailServer.Start();

    public Receiver Receiver { get; }

    /// <summary>The instance without faults.</summary>
    public DeliveryInstance Healthy { get; }

    public Recipient Reader { get; private set; } = null!;

    public Recipient OtherReader { get; private set; } = null!;

    public AddedWebhook Hook { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DeliveryWorld> Create(Storage storage)
    {
        var world = new DeliveryWorld(storage, await storage.CreateLedger(), await Receiver.Start());
        await world.Healthy.Create(Cancellation);
        await world.Healthy.Dispatcher.Run(Cancellation);
        (world.Reader, world.OtherReader, world.Hook) = (await world.Follow(), await world.Follow(), await world.AddHook());
        await world.Pump();
        return world;
    }

    public DeliveryInstance Instance(HttpPipelinePolicy? policy = null, int retries = 0) => new(_storage, _name, Mail.Port, Time, policy, retries);

    public int Next() => Interlocked.Increment(ref _made);

    /// <summary>Publishes a week in which something changed in Travis County.</summary>
    /// <returns>The id of the event.</returns>
    public async Task<string> Publish()
    {
        var number = Next();
        Time.Advance(TimeSpan.FromSeconds(1));
        // Weeks of the last forty days, so that none is old, and then their revisions.
        var week = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime).AddDays(-8 - (number % 40));
        var report = new WeeklyReport
        {
            Period = new ReportingWeek(week, week.AddDays(6)),
            DetainersIssued = 100 + number,
            Listings = [new PolicyListing(Place, Place.Name, null, "January 2017", $"Policy {number}", [], new SourceLocation(Made.Id(number), 1, 1))],
        };
        var edition = Made.Edition(number, $"facts-{number}", report) with { PublishedAt = Time.GetUtcNow() };
        var outcome = await Healthy.Ledger.Publish(edition, Cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"week-{outcome.Revision.Period}-r{outcome.Revision.Number}");
    }

    /// <summary>Publishes and dispatches, and takes the messages away, so that the test determines what is tried.</summary>
    public async Task<string> Dispatch()
    {
        var change = await Publish();
        await Healthy.Dispatcher.Run(Cancellation);
        await _queue.ClearMessagesAsync(Cancellation);
        return change;
    }

    public string NewAddress() => string.Create(CultureInfo.InvariantCulture, $"reader{Next()}@example.org");

    /// <summary>A new address that has asked to follow Travis County.</summary>
    public async Task<Recipient> Ask()
    {
        var address = NewAddress();
        Assert.Equal(FollowAnswer.Accepted, await Healthy.Follows.Ask(address, Travis, Cancellation));
        return (await Healthy.Recipients.FindRecipient(Healthy.Keys.IdsOf(address)[0], Cancellation))!;
    }

    /// <summary>A new address that follows Travis County.</summary>
    public async Task<Recipient> Follow() => (await Healthy.Follows.Confirm(Token(await Ask(), TokenPurpose.Confirm), [Travis.Key], Cancellation))!;

    public Task<AddedWebhook> AddHook() => Healthy.Webhooks.Add(Receiver.Url, Travis, NewAddress(), Cancellation);

    public string Token(Recipient recipient, TokenPurpose purpose) => Healthy.Keys.Token(recipient, purpose).ToString();

    public Task<Recipient?> Find(Recipient recipient) => Healthy.Recipients.FindRecipient(recipient.Id, Cancellation);

    /// <summary>
    /// The state of a delivery and what its tries ended with. A connection to the mail server that fails by itself, on a busy machine, is no
    /// outcome of a fault of storage, and is tried again.
    /// </summary>
    public async Task<string> Describe(Recipient recipient, string change) =>
        await Healthy.Deliveries.FindDelivery(new DeliveryId(recipient.Id, change), Cancellation) is { } found
            ? $"{found.State}{string.Concat(found.Attempts.Where(attempt => attempt.Error != "mail-connection-failed").Select(attempt => $" {attempt.Status}{attempt.Error}"))}"
            : "absent";

    /// <summary>How often a recipient got an event.</summary>
    public int Received(Recipient recipient, string change)
    {
        if (recipient.Kind == RecipientKind.Webhook) return Receiver.Events.Count(sent => sent.Headers["webhook-id"] == change);
        // The local part of the Message-ID is derived from the delivery.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new DeliveryId(recipient.Id, change).ToString())).AsSpan(0, 16));
        return Mail.Mails.Count(sent => sent.MessageId!.StartsWith(name, StringComparison.Ordinal));
    }

    /// <summary>How many mails an address got.</summary>
    public int MailsTo(Recipient recipient, string? contact = null)
    {
        var address = Healthy.Keys.Open(recipient.Id, contact ?? recipient.Sealed);
        return Mail.Mails.Count(sent => sent.To.Mailboxes.Single().Address == address);
    }

    /// <summary>Everything that is stored of a recipient, also what readers don't see.</summary>
    public async Task<int> Rows(Recipient recipient)
    {
        var (id, count) = (recipient.Id, 0);
        foreach (var table in new[] { Healthy.Tables.Recipients, Healthy.Tables.Deliveries })
            await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey ge {id} and RowKey lt {id + "~"}"), cancellationToken: Cancellation)) count++;
        return count;
    }

    /// <summary>What is on its way, and a regular sweep when every claim has lapsed; more sweeps as long as they find something.</summary>
    public async Task Settle()
    {
        await Pump();
        (int Sent, int Expired) found;
        do
        {
            Time.Advance(TrackedDelivery.Claim + TimeSpan.FromMinutes(3));
            found = await Healthy.Sweep.Run(Cancellation);
            await Pump();
        }
        while (found.Sent > 0);
    }

    /// <summary>Runs the function of the queue for every visible message, as the host does.</summary>
    public async Task Pump()
    {
        while (await _queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(10), Cancellation) is { Value: { Length: > 0 } messages })
        {
            foreach (var message in messages) await Healthy.Deliverer.Deliver(DeliveryId.Parse(message.Body.ToString())!.Value, Cancellation);
            foreach (var message in messages) await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Healthy.DisposeAsync();
        await Receiver.DisposeAsync();
        await Mail.DisposeAsync();
    }
}
