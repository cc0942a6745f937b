using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Tables;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage;

/// <summary>The ledger on Azure Table Storage.</summary>
public sealed class TableLedger : ILedger, IDisposable
{
    private readonly ArrivalTable _arrivals;
    private readonly CountsTable _counts;
    private readonly DigestTable _digests;
    private readonly FactTable _facts;
    private readonly IndexTable _index;
    private readonly IndexCache _reading;
    private readonly ReportTable _reports;

    public TableLedger(LedgerTables tables, IOptions<LedgerStorageOptions> options, TimeProvider time)
    {
        _arrivals = new ArrivalTable(tables.Arrivals);
        _digests = new DigestTable(tables.Digests);
        _facts = new FactTable(tables.Facts);
        _index = new IndexTable(tables.Index);
        _reading = new IndexCache(_index, TimeSpan.FromSeconds(options.Value.FreshForSeconds), time);
        _reports = new ReportTable(tables.Reports, options.Value.CachedReportsMebibytes * 1024L * 1024);
        _counts = new CountsTable(tables.Counts, _reports);
    }

    public Task<Arrival> Receive(Arrival arrival, CancellationToken cancellation) => _arrivals.Receive(arrival, cancellation);

    public Task<Arrival> Settle(Arrival arrival, CancellationToken cancellation) => _arrivals.Settle(arrival, cancellation);

    public Task<Arrival?> FindArrival(ReportId id, CancellationToken cancellation) => _arrivals.Find(id, cancellation);

    public Task<IReadOnlyList<Arrival>> ListArrivals(int limit, ReportId? after, CancellationToken cancellation) =>
        _arrivals.List(limit, after, cancellation);

    public async Task<PublishOutcome> Publish(Edition edition, CancellationToken cancellation)
    {
        var written = false;
        while (true)
        {
            var week = await _index.FindWeek(edition.Report.Week, cancellation);
            // A replay, or an attempt whose answer was lost: its revision is there.
            if (week.Revisions.FirstOrDefault(edition.IsFrom) is { } own) return Published(own);
            if (edition.FindSame(week.Revisions) is { } same)
            {
                if (!edition.TellsReleaseOf(same)) return new PublishOutcome(same, Changed: false);
                if (await TellRelease(week, same, edition, cancellation) is { } told) return new PublishOutcome(told, Changed: false);
                continue;
            }

            // Under keys that hold the report's id: nobody sees them before the index names it, and a retry writes the same again.
            if (!written)
            {
                await _facts.Write(edition.Report, edition.Source.ReportId, cancellation);
                await _reports.Write(edition, cancellation);
                await _counts.Write(ReportCounts.Of(edition.Report, edition.Source.ReportId), cancellation);
                written = true;
            }

            var revision = edition.AsRevision(week.Revisions.Count + 1);
            if (await _index.TryMove(week, [.. week.Revisions, revision], revision.Source.ReportId, cancellation))
                return Published(revision);
        }
    }

    public async Task<bool> Publish(PublishedNotice notice, CancellationToken cancellation)
    {
        var added = await _index.TryAdd(notice, cancellation);
        var held = added ? notice : await _index.FindNotice(notice.Fingerprint, cancellation);
        _reading.Invalidate();
        return held?.ReportId == notice.ReportId;
    }

    public Task<LedgerIndex> ReadIndex(CancellationToken cancellation) => _reading.Read(cancellation);

    public Task<PublishedReport> ReadReport(Revision revision, CancellationToken cancellation) => _reports.Read(revision, cancellation);

    public Task<IReadOnlyList<JurisdictionWeek>> ReadJurisdiction(string jurisdictionId, CancellationToken cancellation) =>
        _facts.Read(jurisdictionId, cancellation);

    public Task<IReadOnlyList<ReportCounts>> ReadCounts(IReadOnlyList<Revision> revisions, CancellationToken cancellation) =>
        _counts.Read(revisions, cancellation);

    public Task<bool> KeepDigest(StoredDigest digest, CancellationToken cancellation) => _digests.TryAdd(digest, cancellation);

    public Task<StoredDigest?> FindDigest(DateOnly week, int revision, CancellationToken cancellation) =>
        _digests.Find(week, revision, cancellation);

    public Task<IReadOnlyList<DigestHeading>> ListDigests(CancellationToken cancellation) => _digests.List(cancellation);

    public Task Ping(CancellationToken cancellation) => _index.ReadVersion(cancellation);

    public void Dispose()
    {
        _counts.Dispose();
        _reading.Dispose();
        _reports.Dispose();
    }

    // Null when the week was moved meanwhile.
    private async Task<Revision?> TellRelease(WeekEntry week, Revision revision, Edition edition, CancellationToken cancellation)
    {
        var told = revision with { ReleasedOn = edition.ReleasedOn };
        var revisions = week.Revisions.Select(each => each == revision ? told : each).ToList();
        if (!await _index.TryMove(week, revisions, edition.Source.ReportId, cancellation)) return null;
        _reading.Invalidate();
        return told;
    }

    private PublishOutcome Published(Revision revision)
    {
        _reading.Invalidate();
        return new PublishOutcome(revision, Changed: true);
    }
}
