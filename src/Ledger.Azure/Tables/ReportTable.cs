using Azure.Data.Tables;
using DetainerLedger.History;
using DetainerLedger.Reports;
using Microsoft.Extensions.Caching.Memory;

namespace DetainerLedger.Storage.Tables;

/// <summary>Whole reports, one for each reading. A published report never changes, so it stays cached while there is room.</summary>
internal sealed class ReportTable(TableClient table, long cachedBytes) : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = cachedBytes });

    public async Task Write(WeeklyReport report, ReadingId id, IReadOnlyList<Check> remarks, CancellationToken cancellation)
    {
        var packed = Packed.Pack(new StoredReport(report, remarks), StoredJson.Default.StoredReport);
        foreach (var batch in EntityBatches.Of(Packed.Split(Partition(report.Week), id.ToString(), packed)))
            await table.SubmitTransactionAsync(batch, cancellation);
    }

    public async Task<PublishedReport> Read(Revision revision, CancellationToken cancellation)
    {
        var id = revision.Reading;
        if (_cache.TryGetValue(id, out StoredReport? cached)) return Of(revision, cached!);

        var packed = await Packed.Find(table, Partition(revision.Week), id.ToString(), cancellation)
            ?? throw new InvalidDataException($"The index names the report {id}, which does not exist.");
        var stored = Packed.Unpack(packed, StoredJson.Default.StoredReport);
        return Of(revision, _cache.Set(id, stored, new MemoryCacheEntryOptions { Size = packed.Length }));
    }

    public void Dispose() => _cache.Dispose();

    private static string Partition(DateOnly week) => ReportingWeek.Name(week);

    private static PublishedReport Of(Revision revision, StoredReport stored) => new(revision, stored.Report, stored.Remarks);
}
