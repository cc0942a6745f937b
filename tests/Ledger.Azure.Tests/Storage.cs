using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using DetainerLedger.Storage.Tables;
using Microsoft.Extensions.Options;
using OneMachine;

[assembly: AssemblyFixture(typeof(DetainerLedger.Storage.Tests.Storage))]

namespace DetainerLedger.Storage.Tests;

/// <summary>One emulator for all tests. Each test makes a ledger of its own in it.</summary>
public sealed class Storage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-tests-").FullName;
    private Azurite? _azurite;
    private int _ledgers;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.Start(_folder);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The name of a new, empty ledger.</summary>
    public async Task<string> CreateLedger()
    {
        var name = $"Test{Interlocked.Increment(ref _ledgers)}";
        await Tables(name).Create(TestContext.Current.CancellationToken);
        return name;
    }

    /// <summary>A ledger as one instance of the app has it: with a memory of its own.</summary>
    public TableLedger Open(string name, HttpPipelinePolicy? policy = null, double freshForSeconds = 0, TimeProvider? time = null) => new(
        Tables(name, policy),
        Options.Create(new LedgerStorageOptions { TablePrefix = name, FreshForSeconds = freshForSeconds }),
        time ?? TimeProvider.System);

    public LedgerTables Tables(string name, HttpPipelinePolicy? policy = null)
    {
        var options = new TableClientOptions();
        if (policy is not null)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            // A test that fails a request means this request, not the SDK's next attempt.
            options.Retry.MaxRetries = 0;
        }

        return new LedgerTables(new TableServiceClient(_azurite!.ConnectionString, options), name);
    }

    public BlobServiceClient Blobs(HttpPipelinePolicy? policy = null)
    {
        var options = new BlobClientOptions();
        if (policy is not null)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            options.Retry.MaxRetries = 0;
        }

        return new BlobServiceClient(_azurite!.ConnectionString, options);
    }
}
