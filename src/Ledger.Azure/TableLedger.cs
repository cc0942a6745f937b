using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Tables;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage;

/// <summary>The ledger on Azure Table Storage.</summary>
public sealed class TableLedger : IArrivalStore, ILedgerPublisher, IReportReader, IJurisdictionReader, IDigestStore, IStorageProbe, IDisposable
{
    // Each lost attempt means that somebody else's change was made: more than this at one week is a fault.
    private const int MostAttempts = 32;

    private readonly ArrivalTable _arrivals;
    private readonly CountsTable _counts;
    private readonly DigestTable _digests;
    private readonly FactTable _facts;
    private readonly IndexTable _index;
    private readonly IndexCache _reading;
    private readonly ReportTable _reports;
    private readonly TimeProvider _time;

    public TableLedger(LedgerTables tables, IOptions<LedgerStorageOptions> options, TimeProvider time)
    {
        _arrivals = new ArrivalTable(tables.Arrivals);
        _digests = new DigestTable(tables.Digests);
        _facts = new FactTable(tables.Facts);
        _index = new IndexTable(tables.Index);
        _reading = new IndexCache(_index, TimeSpan.FromSeconds(options.Value.FreshForSeconds), time);
        _reports = new ReportTable(tables.Reports, options.Value.CachedReportsMebibytes * 1024L * 1024);
        _counts = new CountsTable(tables.Counts, _reports);
        _time = time;
    }

    public Task<Arrival> Receive(Arrival arrival, CancellationToken cancellation) => _arrivals.Receive(arrival, cancellation);

    public Task<Arrival> Settle(Arrival arrival, CancellationToken cancellation) => _arrivals.Settle(arrival, cancellation);

    public Task<Arrival?> FindArrival(ArrivalId id, CancellationToken cancellation) => _arrivals.Find(id, cancellation);

    public Task<IReadOnlyList<Arrival>> ListArrivals(int limit, ArrivalId? after, CancellationToken cancellation) =>
        _arrivals.List(limit, after, cancellation);

    public async Task<PublishOutcome> Publish(Edition edition, CancellationToken cancellation)
    {
        var written = false;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var week = await _index.FindWeek(edition.Report.Week, cancellation);
            var decision = PublishDecision.Of(edition, week.Revisions);
            var revisions = decision switch
            {
                PublishDecision.NewRevision { Revision: var added } => [.. week.Revisions, added],
                PublishDecision.AddedReleaseDay { Revision: var altered } => week.With(altered),
                _ => null,
            };
            // A replay: another instance may have published it, of which this one has not heard.
            if (revisions is null)
            {
                if (decision is PublishDecision.Replay) _reading.Invalidate();
                return PublishOutcome.Of(decision, week.Revisions);
            }

            // Under keys that hold the report's id: nobody sees them before the index names it, and a retry writes the same again.
            if (decision is PublishDecision.NewRevision && !written)
            {
                await Write(edition.Report, edition.Source.ReportId, edition.Remarks, cancellation);
                written = true;
            }

            if (!await _index.TryMove(week, revisions, Version(edition.Source.ReportId.ToString(), decision), cancellation)) continue;
            _reading.Invalidate();
            return PublishOutcome.Of(decision, revisions);
        }

        throw Contended(edition.Report.Week);
    }

    public async Task<(ReleaseDecision Decision, bool InForce)> AddRelease(DateOnly week, int revision, DateOnly day, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var entry = await _index.FindWeek(week, cancellation);
            var decision = ReleaseDecision.Of(revision, day, entry.Revisions);
            if (decision is not ReleaseDecision.Added { Revision: var dated }) return (decision, IsInForce(revision, entry.Revisions));

            var revisions = entry.With(dated);
            if (!await _index.TryMove(entry, revisions, UniqueVersion(dated.Reading.ToString()), cancellation)) continue;
            _reading.Invalidate();
            return (decision, IsInForce(revision, revisions));
        }

        throw Contended(week);
    }

    public async Task<RereadDecision> Reread(Rereading rereading, CancellationToken cancellation)
    {
        var source = rereading.Source;
        // Under keys of this reading: nobody sees them before the index names it, and a retry writes the same again.
        if (rereading is Rereading.Differs differs)
            await Write(differs.Report, new ReadingId(source.Source.ReportId, differs.Name), differs.Remarks, cancellation);

        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var week = await _index.FindWeek(source.Week, cancellation);
            var decision = RereadDecision.Of(rereading, week.Revisions);
            if (decision is not RereadDecision.Replace { Revision: var replaced }) return decision;

            if (!await _index.TryMove(week, week.With(replaced), UniqueVersion(replaced.Reading.ToString()), cancellation)) continue;
            _reading.Invalidate();
            return decision;
        }

        throw Contended(source.Week);
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

    private async Task Write(WeeklyReport report, ReadingId reading, IReadOnlyList<Check> remarks, CancellationToken cancellation)
    {
        await _facts.Write(report, reading, cancellation);
        await _reports.Write(report, reading, remarks, cancellation);
        await _counts.Write(ReportCounts.Of(report, reading), cancellation);
    }

    // The index never has the same version twice: a reader who slept through the changes in between would take it for the one that it holds.
    private string Version(string arrival, PublishDecision decision) =>
        decision is PublishDecision.NewRevision ? arrival : UniqueVersion(arrival);

    private string UniqueVersion(string by) => $"{by}.{Guid.CreateVersion7(_time.GetUtcNow()):n}";

    private static bool IsInForce(int revision, IEnumerable<Revision> revisions) => InForceOrder.InForce(revisions)?.Number == revision;

    // Thrown, so that the host tries again later.
    private static InvalidOperationException Contended(DateOnly week) =>
        new($"The week of {ReportingWeek.Name(week)} was changed by others {MostAttempts} times while this change was tried.");
}
