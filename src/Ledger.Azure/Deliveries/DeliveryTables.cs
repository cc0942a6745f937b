using Azure.Data.Tables;

namespace DetainerLedger.Storage.Deliveries;

/// <summary>
/// The tables of subscriptions. Unlike the ledger's, rows in them are changed and deleted: they hold personal data
/// (docs/adr/0009-delivery.md).
/// </summary>
public sealed class DeliveryTables(TableServiceClient service, string prefix)
{
    /// <summary>E-mail addresses and receivers of webhooks: the partition is the first digit of the id.</summary>
    public TableClient Recipients { get; } = service.GetTableClient(prefix + "Recipients");

    /// <summary>Events on their way to recipients: the partition is the first digit of the recipient's id.</summary>
    public TableClient Deliveries { get; } = service.GetTableClient(prefix + "Deliveries");

    /// <summary>Marks of the events that have been dispatched, and hourly counts. No personal data.</summary>
    public TableClient Dispatched { get; } = service.GetTableClient(prefix + "Dispatched");

    /// <summary>Creates the tables that don't exist yet.</summary>
    public Task Create(CancellationToken cancellation) =>
        Task.WhenAll(new[] { Recipients, Deliveries, Dispatched }.Select(table => table.CreateIfNotExistsAsync(cancellation)));
}
