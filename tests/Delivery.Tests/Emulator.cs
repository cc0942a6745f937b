using OneMachine;

[assembly: AssemblyFixture(typeof(DetainerLedger.Delivery.Tests.Emulator))]

namespace DetainerLedger.Delivery.Tests;

/// <summary>One storage emulator for all tests. Each test has tables and queues of its own in it.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private Azurite? _azurite;
    private int _worlds;

    public string ConnectionString => _azurite!.ConnectionString;

    public string NextName() => $"d{Interlocked.Increment(ref _worlds)}";

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartInMemory();

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
    }
}
