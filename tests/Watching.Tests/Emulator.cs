using Azure.Data.Tables;
using Azure.Storage.Blobs;
using DetainerLedger.Storage.Tables;
using OneMachine;

[assembly: AssemblyFixture(typeof(DetainerLedger.Watching.Tests.Emulator))]

namespace DetainerLedger.Watching.Tests;

/// <summary>One storage emulator for all tests. Each test makes a ledger of its own in it.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private Azurite? _azurite;
    private int _ledgers;

    public BlobServiceClient Blobs => new(_azurite!.ConnectionString);

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartInMemory();

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
    }

    public string NewName() => $"Watch{Interlocked.Increment(ref _ledgers)}";

    public LedgerTables Tables(string name) => new(new TableServiceClient(_azurite!.ConnectionString), name);
}
