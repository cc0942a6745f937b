using OneMachine;

namespace FunctionsHost.Tests;

/// <summary>Storage for all tests of a run, and one running host for those that leave it as it was. Each host has names of its own in the storage.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("functions-host-");
    private Azurite? _storage;

    public string Connection => _storage!.ConnectionString;

    internal ProbeHost Probe { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await Azurite.Start(_data.FullName);
        Probe = await ProbeHost.Start(Connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (Probe is not null) await Probe.DisposeAsync();
        if (_storage is not null) await _storage.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
