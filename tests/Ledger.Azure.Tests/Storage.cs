using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using DetainerLedger.Storage.Tables;
using Microsoft.Extensions.Options;
using OneMachine;

[assembly: AssemblyFixture(typeof(DetainerLedger.Storage.Tests.Storage))]

namespace DetainerLedger.Storage.Tests;

/// <summary>One emulator for all tests. Each test makes a ledger of its own in it.</summary>
public sealed class Storage : IAsyncLifetime
{
    private Azurite? _azurite;
    private int _ledgers;

    public string ConnectionString => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartInMemory();

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
    }

    /// <summary>The name of a new, empty ledger.</summary>
    public async Task<string> CreateLedger()
    {
        var name = $"Test{Interlocked.Increment(ref _ledgers)}";
        await Tables(name).Create(TestContext.Current.CancellationToken);
        return name;
    }

    /// <summary>A ledger as one instance of the app has it: with a memory of its own.</summary>
    public TableLedger Open(string name, HttpPipelinePolicy? policy = null, double freshForSeconds = 0, TimeProvider? time = null, int retries = 0) => new(
        Tables(name, policy, retries),
        Options.Create(new LedgerStorageOptions { TablePrefix = name, FreshForSeconds = freshForSeconds }),
        time ?? TimeProvider.System);

    /// <param name="retries">The SDK's further attempts. A test that fails a request usually means this request, not the next attempt.</param>
    public LedgerTables Tables(string name, HttpPipelinePolicy? policy = null, int retries = 0) =>
        new(TableService(policy, retries), name);

    /// <inheritdoc cref="Tables"/>
    public TableServiceClient TableService(HttpPipelinePolicy? policy = null, int retries = 0)
    {
        var options = new TableClientOptions();
        Inject(options, policy, retries);
        return new TableServiceClient(ConnectionString, options);
    }

    /// <inheritdoc cref="Tables"/>
    public QueueServiceClient Queues(HttpPipelinePolicy? policy = null, int retries = 0)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        Inject(options, policy, retries);
        return new QueueServiceClient(ConnectionString, options);
    }

    /// <inheritdoc cref="Tables"/>
    public BlobServiceClient Blobs(HttpPipelinePolicy? policy = null, int retries = 0)
    {
        var options = new BlobClientOptions();
        Inject(options, policy, retries);
        return new BlobServiceClient(ConnectionString, options);
    }

    private static void Inject(ClientOptions options, HttpPipelinePolicy? policy, int retries)
    {
        if (policy is null) return;
        options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        (options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay) = (retries, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(10));
    }
}
