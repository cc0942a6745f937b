using Azure.Core.Pipeline;
using DetainerLedger.Delivery;
using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Storage.Deliveries;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DetainerLedger.Storage.Tests.Faults.Delivery;

/// <summary>One instance of the app, with its own connections to storage.</summary>
internal sealed class DeliveryInstance : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DeliveryInstance(Storage storage, string name, int mailPort, TimeProvider time, HttpPipelinePolicy? policy, int retries)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage.ConnectionString,
            ["Ledger:TablePrefix"] = name,
            ["Ledger:FreshForSeconds"] = "0",
            ["Delivery:Key"] = Convert.ToBase64String(new byte[32]),
            ["Delivery:LocalWebhooks"] = "true",
            ["Delivery:RequestsPerHour"] = "100000",
            ["Delivery:Mail:From"] = "ledger@ledger.example",
            ["Delivery:Mail:Host"] = "127.0.0.1",
            ["Delivery:Mail:Port"] = $"{mailPort}",
            ["Delivery:Mail:Security"] = "None",
        }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLedgerStorage(configuration).AddDelivery();
        services.AddSingleton(storage.TableService(policy, retries)).AddSingleton(storage.Blobs(policy, retries));
        services.AddSingleton(new DeliveryQueues(storage.Queues(policy, retries), QueuePrefix(name)));
        services.AddSingleton(time).AddSingleton(new SiteLinks("https://ledger.example"));
        _services = services.BuildServiceProvider();
    }

    public Dispatcher Dispatcher => Get<Dispatcher>();

    public Deliverer Deliverer => Get<Deliverer>();

    public Sweep Sweep => Get<Sweep>();

    public Follows Follows => Get<Follows>();

    public WebhookSubscriptions Webhooks => Get<WebhookSubscriptions>();

    public IRecipientStore Recipients => Get<IRecipientStore>();

    public IDeliveryStore Deliveries => Get<IDeliveryStore>();

    public IDispatchMarks Marks => Get<IDispatchMarks>();

    public DeliveryKeys Keys => Get<DeliveryKeys>();

    public TableLedger Ledger => Get<TableLedger>();

    public DeliveryTables Tables => Get<DeliveryTables>();

    public static string QueuePrefix(string name) => $"{name.ToLowerInvariant()}-";

    public Task Create(CancellationToken cancellation) => Task.WhenAll(Tables.Create(cancellation), Get<DeliveryQueues>().Create(cancellation));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();
}
