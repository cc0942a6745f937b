using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Digests;
using DetainerLedger.Queries;
using DetainerLedger.Storage;
using DetainerLedger.Storage.Deliveries;
using DetainerLedger.Storage.Tables;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Delivery.Tests;

/// <summary>The services of the app on tables and queues of their own, with a clock that the test moves.</summary>
internal sealed class World : IAsyncDisposable
{
    public static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private readonly string _name;
    private readonly Emulator _emulator;
    private readonly Dictionary<string, string?> _settings;
    private readonly ServiceProvider _services;
    private readonly QueueClient _queue;
    private readonly StrongBox<int> _reports;

    private World(Emulator emulator, string name, Dictionary<string, string?> settings, FakeTimeProvider time, StrongBox<int> reports, HttpPipelinePolicy? policy, Action<IServiceCollection>? more)
    {
        _reports = reports;
        (_emulator, _name, _settings, Time) = (emulator, name, settings, time);
        _queue = new QueueClient(emulator.ConnectionString, $"{name}-deliveries", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLedgerStorage(configuration).AddDelivery();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(new SiteLinks("https://ledger.example"));
        services.AddSingleton<WeekQueries>();
        services.AddSingleton<WeeklyDigest>();
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        if (policy is not null)
        {
            var tables = new TableClientOptions { Retry = { MaxRetries = 0 } };
            tables.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            queues.Retry.MaxRetries = 0;
            queues.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            services.AddSingleton(new TableServiceClient(emulator.ConnectionString, tables));
        }

        services.AddSingleton(new DeliveryQueues(new QueueServiceClient(emulator.ConnectionString, queues), $"{name}-"));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public static DateOnly Week { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-10));

    public FakeTimeProvider Time { get; }

    public Follows Follows => Get<Follows>();

    public WebhookSubscriptions Webhooks => Get<WebhookSubscriptions>();

    public Dispatcher Dispatcher => Get<Dispatcher>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<World> Create(
        Emulator emulator, MailServer? mail = null, IReadOnlyDictionary<string, string?>? more = null, Action<IServiceCollection>? services = null)
    {
        var name = emulator.NextName();
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = emulator.ConnectionString,
            ["Ledger:TablePrefix"] = name,
            ["Ledger:FreshForSeconds"] = "0",
            ["Delivery:Key"] = Key,
            ["Delivery:LocalWebhooks"] = "true",
        };
        if (mail is not null)
        {
            settings["Delivery:Mail:From"] = "ledger@ledger.example";
            settings["Delivery:Mail:Host"] = "127.0.0.1";
            settings["Delivery:Mail:Port"] = $"{mail.Port}";
            settings["Delivery:Mail:Security"] = "None";
        }

        foreach (var (key, value) in more ?? new Dictionary<string, string?>()) settings[key] = value;
        var world = new World(emulator, name, settings, new FakeTimeProvider(TimeProvider.System.GetUtcNow()), new StrongBox<int>(), null, services);
        await Task.WhenAll(
            world.Get<LedgerTables>().Create(Cancellation), world.Get<DeliveryTables>().Create(Cancellation), world.Get<DeliveryQueues>().Create(Cancellation));
        await world.Dispatcher.Run(Cancellation);
        return world;
    }

    /// <summary>Another instance of the app on the same storage.</summary>
    /// <param name="policy">Sees each of its requests to storage.</param>
    public World Another(HttpPipelinePolicy? policy = null, Action<IServiceCollection>? services = null) =>
        new(_emulator, _name, _settings, Time, _reports, policy, services);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task Publish(DateOnly week, params (Places.Jurisdiction, int, string?)[] rows)
    {
        var number = Interlocked.Increment(ref _reports.Value);
        await Get<TableLedger>().Publish(Made.Edition(number, Made.Report(number, week, rows), Time.GetUtcNow()), Cancellation);
    }

    public async Task Correct(DateOnly week, params Places.Jurisdiction[] places) =>
        await Get<TableLedger>().Publish(Made.Notice(Interlocked.Increment(ref _reports.Value), week, Time.GetUtcNow(), places), Cancellation);

    /// <summary>Follows and confirms.</summary>
    public async Task<Recipient> Follow(string address, Filter filter)
    {
        var id = Get<Keys.DeliveryKeys>().IdsOf(address)[0];
        Assert.Equal(FollowAnswer.Accepted, await Follows.Ask(address, filter, Cancellation));
        var asked = (await Get<IRecipientStore>().FindRecipient(id, Cancellation))!;
        var token = Get<Keys.DeliveryKeys>().Token(asked, TokenPurpose.Confirm).ToString();
        return (await Follows.Confirm(token, [filter.Key], Cancellation))!;
    }

    /// <summary>Adds many rows at once: addresses that follow, or that have asked to.</summary>
    public async Task AddReaders(int count, RecipientState state, Filter filter, DateTimeOffset? expires = null, int firstNumber = 0)
    {
        var keys = Get<Keys.DeliveryKeys>();
        var rows = Enumerable.Range(firstNumber, count).Select(i =>
        {
            var address = $"reader{i}@example.org";
            var id = keys.IdsOf(address)[0];
            var row = new Recipient(id, RecipientKind.Mail, state, Keys.DeliveryKeys.RandomId(), keys.Seal(id, address), default) { ExpiresAt = expires };
            return state == RecipientState.Active ? row with { Filters = [filter] } : row with { Requested = [filter] };
        });
        foreach (var batch in rows.GroupBy(row => row.Id[0]).SelectMany(shard => shard.Chunk(100)))
        {
            await Get<DeliveryTables>().Recipients.SubmitTransactionAsync(
                batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, RecipientTable.Entity(row))), Cancellation);
        }
    }

    public async Task<int> CountRows(Func<DeliveryTables, TableClient> table, string? filter = null) =>
        await table(Get<DeliveryTables>()).QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: Cancellation).CountAsync(Cancellation);

    /// <summary>Runs the function of the queue for every message that is visible now, as the host does.</summary>
    public async Task<int> Pump()
    {
        var handled = 0;
        while (await _queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(10), Cancellation) is { Value: { Length: > 0 } messages })
        {
            foreach (var message in messages)
            {
                await Get<Deliverer>().Deliver(DeliveryId.Parse(message.Body.ToString())!.Value, Cancellation);
                await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
                handled++;
            }
        }

        return handled;
    }

    /// <summary>
    /// Runs the function of the queue for so many messages at once, until there are none. Like a host, it takes several messages with one
    /// request, and the next ones when these have been begun.
    /// </summary>
    public async Task PumpAtOnce(int messages, CancellationToken cancellation)
    {
        var taken = Channel.CreateBounded<QueueMessage>(messages);
        // A delivery that fails ends the pump: with none left to take messages, it would wait for ever.
        async Task Take()
        {
            try
            {
                await foreach (var message in taken.Reader.ReadAllAsync(cancellation))
                {
                    await Get<Deliverer>().Deliver(DeliveryId.Parse(message.Body.ToString())!.Value, cancellation);
                    await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
                }
            }
            catch (Exception failure) when (taken.Writer.TryComplete(failure))
            {
                throw;
            }
        }

        var runs = Enumerable.Range(0, messages).Select(_ => Task.Run(Take, cancellation)).ToList();
        while (await _queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(10), cancellation) is { Value: { Length: > 0 } several })
            foreach (var message in several) await taken.Writer.WriteAsync(message, cancellation);
        taken.Writer.TryComplete();
        await Task.WhenAll(runs);
    }

    public async Task DispatchAndPump()
    {
        await Dispatcher.Run(Cancellation);
        await Pump();
    }

    /// <summary>Moves the clock, and runs the sweep and what it finds.</summary>
    public async Task Pass(TimeSpan time)
    {
        Time.Advance(time);
        await Get<Sweep>().Run(Cancellation);
        await Pump();
    }

    public async Task<IReadOnlyList<TrackedDelivery>> Deliveries(Recipient recipient) =>
        await Get<IDeliveryStore>().ListDeliveries(recipient.Id, Cancellation).ToListAsync(Cancellation);

    public async Task<IReadOnlyList<string>> Messages() =>
        [.. (await _queue.PeekMessagesAsync(32, Cancellation)).Value.Select(message => message.Body.ToString())];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
