using DetainerLedger.Storage.Deliveries;
using DetainerLedger.Storage.Tables;
using Microsoft.Extensions.Hosting;

namespace DetainerLedger.Storage;

/// <summary>Creates the tables, queues and containers before the first function runs.</summary>
internal sealed class StoragePreparation(LedgerTables tables, DeliveryTables deliveries, DeliveryQueues queues, BlobArchive archive) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.WhenAll(
        tables.Create(cancellationToken), deliveries.Create(cancellationToken), queues.Create(cancellationToken), archive.Create(cancellationToken));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
