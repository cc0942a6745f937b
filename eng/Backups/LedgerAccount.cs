using Azure.Storage.Blobs;
using DetainerLedger.Storage;
using DetainerLedger.Storage.Backup;
using DetainerLedger.Storage.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneMachine;

namespace Backups;

/// <summary>The ledger in the account that the environment names, or the one of eng/run in its data folder.</summary>
internal sealed class LedgerAccount : IAsyncDisposable
{
    private const string Connection = "AzureWebJobsStorage";

    private readonly DataFolder? _folder;
    private readonly Azurite? _emulator;
    private readonly ServiceProvider _services;

    private LedgerAccount(DataFolder? folder, Azurite? emulator, ServiceProvider services) =>
        (_folder, _emulator, _services) = (folder, emulator, services);

    public LedgerBackup Backup => new(Tables, Blobs, TimeProvider.System);

    public LedgerRestore Restore => new(Tables, Blobs);

    private LedgerTables Tables => _services.GetRequiredService<LedgerTables>();

    private BlobServiceClient Blobs => _services.GetRequiredService<BlobServiceClient>();

    public static async Task<LedgerAccount> Open(BackupOptions options, CancellationToken cancellation)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var changed = new Dictionary<string, string?>();
        if (options.Prefix is { } prefix) changed[$"{LedgerStorageOptions.Section}:{nameof(LedgerStorageOptions.TablePrefix)}"] = prefix;

        DataFolder? folder = null;
        Azurite? emulator = null;
        try
        {
            if (!environment.GetSection(Connection).Exists())
            {
                if (options.Command == BackupOptions.Backup && !Directory.Exists(options.Data))
                    throw new BackupException($"There is no folder {options.Data}. Name the data folder of eng/run with --data, or set {Connection}.");
                folder = DataFolder.Open(options.Data);
                emulator = await Azurite.Start(folder.Storage, cancellation: cancellation);
                changed[Connection] = emulator.ConnectionString;
            }

            var configuration = new ConfigurationBuilder().AddConfiguration(environment).AddInMemoryCollection(changed).Build();
            var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System);
            return new LedgerAccount(folder, emulator, services.AddLedgerStorage(configuration).BuildServiceProvider());
        }
        catch
        {
            if (emulator is not null) await emulator.DisposeAsync();
            folder?.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_emulator is not null) await _emulator.DisposeAsync();
        _folder?.Dispose();
    }
}
