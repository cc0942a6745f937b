using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Publishing;
using DetainerLedger.Storage.Deliveries;
using DetainerLedger.Storage.Intake;
using DetainerLedger.Storage.Tables;
using DetainerLedger.Storage.Watching;
using DetainerLedger.Subscriptions;
using DetainerLedger.Watching;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage;

/// <summary>Registers the ledger's storage.</summary>
public static class LedgerStorage
{
    private const string Connection = "AzureWebJobsStorage";

    // An upload gets its 503 within about a minute when storage hangs; with the SDK's own limits, 100 seconds and five retries, it takes several.
    // The longest transfer of one request is a block of 8 MiB.
    private const int Retries = 3;
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Adds the stores and readers of the ledger and <see cref="IFileArchive"/> on the account that the functions use:
    /// <c>AzureWebJobsStorage</c> is a connection string, or a section with <c>blobServiceUri</c>,
    /// <c>queueServiceUri</c> and <c>tableServiceUri</c>,
    /// which are opened with the app's identity.
    /// </summary>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static IServiceCollection AddLedgerStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LedgerStorageOptions>().BindConfiguration(LedgerStorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // Not found, already exists, changed meanwhile: these responses are expected here, and any other failure is thrown.
        services.AddLogging(logging => logging.AddFilter("Azure.Core", LogLevel.Error));
        services.AddAzureClients(clients => AddClients(clients, configuration));
        services.AddSingleton(provider => new LedgerTables(
            provider.GetRequiredService<TableServiceClient>(), provider.GetRequiredService<IOptions<LedgerStorageOptions>>().Value.TablePrefix));
        services.AddSingleton<BlobArchive>();
        services.AddSingleton<IFileArchive>(provider => provider.GetRequiredService<BlobArchive>());
        services.AddSingleton<TableLedger>();
        services.AddSingleton<IArrivalStore>(provider => provider.GetRequiredService<TableLedger>());
        services.AddSingleton<ILedgerPublisher>(provider => provider.GetRequiredService<TableLedger>());
        services.AddSingleton<IIndexReader>(provider => provider.GetRequiredService<TableLedger>());
        services.AddSingleton<IReportReader>(provider => provider.GetRequiredService<TableLedger>());
        services.AddSingleton<IJurisdictionReader>(provider => provider.GetRequiredService<TableLedger>());
        services.AddSingleton<IDigestStore>(provider => provider.GetRequiredService<TableLedger>());
        services.AddSingleton<IStorageProbe>(provider => provider.GetRequiredService<TableLedger>());
        services.AddOptions<IngestOptions>().BindConfiguration(IngestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReportIntake>();
        services.AddSingleton<ReportRetries>();
        services.AddSingleton<ICaptureStore, TableCaptures>();
        services.AddSingleton<IMementoStore, TableMementos>();
        services.AddSingleton<ILookLease, TableLease>();
        services.AddSingleton(provider => new DeliveryTables(
            provider.GetRequiredService<TableServiceClient>(), provider.GetRequiredService<IOptions<LedgerStorageOptions>>().Value.TablePrefix));
        services.AddSingleton<DeliveryTable>();
        services.AddSingleton(provider => new DeliveryQueues(provider.GetRequiredService<QueueServiceClient>()));
        services.AddSingleton<IDeliveryStore>(provider => provider.GetRequiredService<DeliveryTable>());
        services.AddSingleton<IRecipientStore, RecipientTable>();
        services.AddSingleton<IDispatchMarks, DispatchTable>();
        services.AddSingleton<IDeliveryMessages>(provider => provider.GetRequiredService<DeliveryQueues>());
        services.AddHostedService<StoragePreparation>();
        return services;
    }

    private static void AddClients(AzureClientFactoryBuilder clients, IConfiguration configuration)
    {
        clients.ConfigureDefaults(client => (client.Retry.NetworkTimeout, client.Retry.MaxRetries) = (NetworkTimeout, Retries));
        if (configuration[Connection] is { Length: > 0 } connectionString)
        {
            clients.AddBlobServiceClient(connectionString);
            clients.AddTableServiceClient(connectionString);
            clients.AddQueueServiceClient(connectionString).ConfigureOptions(Encode);
            return;
        }

        clients.UseCredential(new DefaultAzureCredential());
        clients.AddBlobServiceClient(Uri(configuration, "blobServiceUri"));
        clients.AddTableServiceClient(Uri(configuration, "tableServiceUri"));
        clients.AddQueueServiceClient(Uri(configuration, "queueServiceUri")).ConfigureOptions(Encode);
    }

    // What the Functions host expects of a message.
    private static void Encode(QueueClientOptions options) => options.MessageEncoding = QueueMessageEncoding.Base64;

    private static Uri Uri(IConfiguration configuration, string service) =>
        System.Uri.TryCreate(configuration[$"{Connection}:{service}"], UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException(
                $"Set {Connection} to a storage connection string, or {Connection}__{service} to the address of the account's service.");
}
