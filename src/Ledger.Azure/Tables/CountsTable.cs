using System.Collections.Concurrent;
using Azure.Data.Tables;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tables;

/// <summary>
/// The counts of each report. They never change, and those of ten years fit into memory: once read, they stay cached, and only
/// those of newer reports are requested, by one query. A report that was published before counts were stored has none: they
/// are computed from the report.
/// </summary>
internal sealed class CountsTable(TableClient table, ReportTable reports) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentDictionary<ReadingId, ReportCounts> _held = new();

    // The same few places are named every week, so their instances are shared.
    private readonly ConcurrentDictionary<Jurisdiction, Jurisdiction> _places = new();

    public async Task Write(ReportCounts counts, CancellationToken cancellation)
    {
        var packed = Packed.Pack(counts, StoredJson.Default.ReportCounts);
        foreach (var batch in EntityBatches.Of(Packed.Split(Keys.Counts, Keys.Count(counts.Week, counts.Reading), packed)))
            await table.SubmitTransactionAsync(batch, cancellation);
    }

    public async Task<IReadOnlyList<ReportCounts>> Read(IReadOnlyList<Revision> revisions, CancellationToken cancellation)
    {
        if (revisions.Any(IsMissing))
        {
            await _gate.WaitAsync(cancellation);
            try
            {
                await Load([.. revisions.Where(IsMissing)], cancellation);
            }
            finally
            {
                _gate.Release();
            }
        }

        return [.. revisions.Select(revision => _held[revision.Reading])];
    }

    public void Dispose() => _gate.Dispose();

    private async Task Load(List<Revision> missing, CancellationToken cancellation)
    {
        // Another caller has read them meanwhile.
        if (missing.Count == 0) return;
        var from = ReportingWeek.Name(missing.Min(revision => revision.Week));
        var end = Keys.AfterPrefix(ReportingWeek.Name(missing.Max(revision => revision.Week)));
        await foreach (var counts in Packed.Range(table, Keys.Counts, from, end, StoredJson.Default.ReportCounts, cancellation))
            Hold(counts);
        foreach (var revision in missing.Where(IsMissing))
            Hold(ReportCounts.Of((await reports.Read(revision, cancellation)).Report, revision.Reading));
    }

    private bool IsMissing(Revision revision) => !_held.ContainsKey(revision.Reading);

    private void Hold(ReportCounts counts) => _held[counts.Reading] = counts with
    {
        Jurisdictions = [.. counts.Jurisdictions.Select(row => row with { Jurisdiction = Same(row.Jurisdiction) })],
    };

    private Jurisdiction Same(Jurisdiction place) => _places.GetOrAdd(place, place);
}
