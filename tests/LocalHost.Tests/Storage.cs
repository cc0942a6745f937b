using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using OneMachine;

[assembly: AssemblyFixture(typeof(LocalHost.Tests.Storage))]

namespace LocalHost.Tests;

/// <summary>An emulator for all tests; each has a container of its own in it.</summary>
public sealed class Storage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("localhost-storage-").FullName;
    private Azurite? _azurite;
    private int _containers;

    public string Connection => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.Start(_folder);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A container of the test's own.</summary>
    public async Task<BlobContainerClient> CreateContainer()
    {
        var container = new BlobContainerClient(Connection, $"test-{Interlocked.Increment(ref _containers)}");
        await container.CreateAsync();
        return container;
    }

    /// <summary>Waits until a blob of this container was set aside.</summary>
    public async Task WaitForPoison(string container)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await ReadPoison()).Any(message => message.Contains($"\"{container}\"", StringComparison.Ordinal))) await Task.Delay(50, patience.Token);
    }

    /// <summary>The blobs that were set aside, by the text of their messages.</summary>
    public async Task<IReadOnlyList<string>> ReadPoison()
    {
        var queue = new QueueClient(Connection, "webjobs-blobtrigger-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        return await queue.ExistsAsync() ? [.. (await queue.PeekMessagesAsync(32)).Value.Select(message => message.Body.ToString())] : [];
    }
}
