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

    public Task<IReadOnlyList<ReportCounts>> Read(IReadOnlyList<Revision> revisions, CancellationToken cancellation) =>
        Read(revisions, IsMissing, Load, cancellation);

    /// <summary>The same, with the parts that earlier versions did not store.</summary>
    public async Task<IReadOnlyList<ReportCounts>> ReadComplete(IReadOnlyList<Revision> revisions, CancellationToken cancellation)
    {
        await Read(revisions, cancellation);
        return await Read(revisions, IsIncomplete, Complete, cancellation);
    }

    public void Dispose() => _gate.Dispose();

    private async Task<IReadOnlyList<ReportCounts>> Read(
        IReadOnlyList<Revision> revisions,
        Func<Revision, bool> isWanted,
        Func<List<Revision>, CancellationToken, Task> load,
        CancellationToken cancellation)
    {
        if (revisions.Any(isWanted))
        {
            await _gate.WaitAsync(cancellation);
            try
            {
                // Another caller may have read them meanwhile.
                if (revisions.Where(isWanted).ToList() is { Count: > 0 } wanted) await load(wanted, cancellation);
            }
            finally
            {
                _gate.Release();
            }
        }

        return [.. revisions.Select(revision => _held[revision.Reading])];
    }

    private async Task Load(List<Revision> missing, CancellationToken cancellation)
    {
        var from = ReportingWeek.Name(missing.Min(revision => revision.Week));
        var end = Keys.AfterPrefix(ReportingWeek.Name(missing.Max(revision => revision.Week)));
        await foreach (var counts in Packed.Range(table, Keys.Counts, from, end, StoredJson.Default.ReportCounts, cancellation))
            Hold(counts);
        await Complete([.. missing.Where(IsMissing)], cancellation);
    }

    private async Task Complete(List<Revision> wanted, CancellationToken cancellation)
    {
        foreach (var revision in wanted) Hold(ReportCounts.Of((await reports.Read(revision, cancellation)).Report, revision.Reading));
    }

    private bool IsMissing(Revision revision) => !_held.ContainsKey(revision.Reading);

    private bool IsIncomplete(Revision revision) => !_held[revision.Reading].IsComplete;

    // Counts that are complete never become incomplete: a range may be read again.
    private void Hold(ReportCounts counts)
    {
        if (_held.TryGetValue(counts.Reading, out var held) && held.IsComplete) return;
        _held[counts.Reading] = counts with
        {
            Jurisdictions = [.. counts.Jurisdictions.Select(row => row with { Jurisdiction = Same(row.Jurisdiction) })],
        };
    }

    private Jurisdiction Same(Jurisdiction place) => _places.GetOrAdd(place, place);
}
