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
    private readonly ArrivalTable _arrivals;
    private readonly CountsTable _counts;
    private readonly DigestTable _digests;
    private readonly FactTable _facts;
    private readonly IndexTable _index;
    private readonly ReadLimit _limit;
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
        _limit = new ReadLimit(_reading, time);
        _reports = new ReportTable(tables.Reports, options.Value.CachedReportsMebibytes * 1024L * 1024);
        _counts = new CountsTable(tables.Counts, _reports);
        _time = time;
    }

    public Task<Arrival> Receive(Arrival arrival, CancellationToken cancellation) => _arrivals.Receive(arrival, cancellation);

    public Task<Arrival> Settle(Arrival arrival, CancellationToken cancellation) => _arrivals.Settle(arrival, cancellation);

    public Task<Arrival?> FindArrival(ArrivalId id, CancellationToken cancellation) => _limit.Run(stop => _arrivals.Find(id, stop), cancellation);

    public Task<IReadOnlyList<Arrival>> ListArrivals(int limit, ArrivalId? after, CancellationToken cancellation) =>
        _limit.Run(stop => _arrivals.List(limit, after, stop), cancellation);

    public async Task<PublishOutcome> Publish(Edition edition, CancellationToken cancellation)
    {
        var written = false;
        return await ConditionalUpdate.Run(Name(edition.Report.Week), Attempt, cancellation);

        async Task<PublishOutcome?> Attempt(CancellationToken stop)
        {
            var week = await _index.FindWeek(edition.Report.Week, stop);
            var decision = PublishDecision.Of(edition, week.Revisions);
            var revisions = decision switch
            {
                PublishDecision.NewRevision { Revision: var added } => [.. week.Revisions, added],
                PublishDecision.AddedReleaseDay { Revision: var altered } => week.With(altered),
                PublishDecision.AddedSighting { Revision: var altered } => week.With(altered),
                _ => null,
            };
            if (revisions is null)
            {
                // Another instance may have published it, and the index cached here may not include it yet.
                if (decision is PublishDecision.Replay) _reading.Invalidate();
                return PublishOutcome.Of(decision, week.Revisions);
            }

            // The keys contain the report's id: the rows are invisible until the index names it, and a retry writes the same rows again.
            if (decision is PublishDecision.NewRevision && !written)
            {
                await Write(edition.Report, edition.Source.ReportId, edition.Remarks, stop);
                written = true;
            }

            var version = Version(edition.Source.ReportId.ToString(), decision);
            return await TryMove(week, revisions, version, stop) ? PublishOutcome.Of(decision, revisions) : null;
        }
    }

    public async Task<(ReleaseDecision Decision, bool InForce)> AddRelease(DateOnly week, int revision, DateOnly day, CancellationToken cancellation)
    {
        var (decision, revisions) = await ConditionalUpdate.Run(Name(week), Attempt, cancellation);
        return (decision, InForceOrder.InForce(revisions)?.Number == revision);

        async Task<Tuple<ReleaseDecision, IReadOnlyList<Revision>>?> Attempt(CancellationToken stop)
        {
            var entry = await _index.FindWeek(week, stop);
            var decision = ReleaseDecision.Of(revision, day, entry.Revisions);
            if (decision is not ReleaseDecision.Added { Revision: var dated }) return Tuple.Create(decision, entry.Revisions);
            var revisions = entry.With(dated);
            return await TryMove(entry, revisions, UniqueVersion(dated.Reading.ToString()), stop) ? Tuple.Create(decision, revisions) : null;
        }
    }

    public async Task<RereadDecision> Reread(Rereading rereading, CancellationToken cancellation)
    {
        var source = rereading.Source;
        // The keys contain this reading: the rows are invisible until the index names it, and a retry writes the same rows again.
        if (rereading is Rereading.Differs differs)
            await Write(differs.Report, new ReadingId(source.Source.ReportId, differs.Name), differs.Remarks, cancellation);
        return await ConditionalUpdate.Run(Name(source.Week), Attempt, cancellation);

        async Task<RereadDecision?> Attempt(CancellationToken stop)
        {
            var week = await _index.FindWeek(source.Week, stop);
            var decision = RereadDecision.Of(rereading, week.Revisions);
            return decision is not RereadDecision.Replace { Revision: var replaced }
                || await TryMove(week, week.With(replaced), UniqueVersion(replaced.Reading.ToString()), stop)
                ? decision
                : null;
        }
    }

    public Task<QuestionDecision> Ask(DateOnly week, int revision, AskedQuestion asked, CancellationToken cancellation) => Decide(
        $"questions about the {Name(week)}",
        async (now, stop) =>
        {
            var target = now.Revisions(week).FirstOrDefault(known => known.Number == revision);
            return QuestionDecision.Ask(now, target is null ? null : await _reports.Read(target, stop), asked, _time.GetUtcNow());
        },
        cancellation);

    public Task<QuestionDecision> Withdraw(DateOnly week, int revision, QuestionWithdrawal withdrawal, CancellationToken cancellation) => Decide(
        $"question {withdrawal.QuestionId}",
        (now, _) => Task.FromResult(QuestionDecision.Withdraw(now, week, revision, withdrawal)),
        cancellation);

    public async Task<bool> Publish(PublishedNotice notice, CancellationToken cancellation)
    {
        var added = await _index.TryAdd(notice, cancellation);
        var held = added ? notice : await _index.FindNotice(notice.Fingerprint, cancellation);
        _reading.Invalidate();
        return held?.ReportId == notice.ReportId;
    }

    /// <summary>Makes an event known to all readers, unless it is known already.</summary>
    public async Task Publish(FileEvent file, CancellationToken cancellation)
    {
        await _index.TryAdd(file, UniqueVersion(file.Id), cancellation);
        _reading.Invalidate();
    }

    public Task<LedgerIndex> ReadIndex(CancellationToken cancellation) => _reading.Read(cancellation);

    public void Expire() => _reading.Expire();

    public Task<PublishedReport> ReadReport(Revision revision, CancellationToken cancellation) =>
        _limit.Run(stop => _reports.Read(revision, stop), cancellation);

    public Task<IReadOnlyList<JurisdictionWeek>> ReadJurisdiction(string jurisdictionId, CancellationToken cancellation) =>
        _limit.Run(stop => _facts.Read(jurisdictionId, stop), cancellation);

    public Task<IReadOnlyList<ReportCounts>> ReadCounts(IReadOnlyList<Revision> revisions, CancellationToken cancellation) =>
        _limit.Run(stop => _counts.Read(revisions, stop), cancellation);

    public Task<IReadOnlyList<ReportCounts>> ReadCompleteCounts(IReadOnlyList<Revision> revisions, CancellationToken cancellation) =>
        _counts.ReadComplete(revisions, cancellation);

    public Task<bool> KeepDigest(Digest digest, CancellationToken cancellation) => _digests.TryAdd(digest, cancellation);

    public Task<Digest?> FindDigest(DateOnly week, int revision, CancellationToken cancellation) =>
        _limit.Run(stop => _digests.Find(week, revision, stop), cancellation);

    public Task<IReadOnlyList<DigestHeading>> ListDigests(CancellationToken cancellation) =>
        _limit.Run(_digests.List, cancellation);

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

    private async Task<bool> TryMove(WeekEntry entry, IReadOnlyList<Revision> revisions, string version, CancellationToken cancellation)
    {
        if (!await _index.TryMove(entry, revisions, version, cancellation)) return false;
        _reading.Invalidate();
        return true;
    }

    private Task<QuestionDecision> Decide(
        string name, Func<LedgerView, CancellationToken, Task<QuestionDecision>> decide, CancellationToken cancellation) => ConditionalUpdate.Run(
        name,
        async stop =>
        {
            var decision = await decide((await _index.Read(stop)).Now, stop);
            var added = decision switch
            {
                QuestionDecision.Asked { Question: var question } => await _index.TryAdd(question, UniqueVersion(question.Id), stop),
                QuestionDecision.Withdrawn { Question: var question } =>
                    await _index.TryAdd(question.Withdrawn!, UniqueVersion(question.Id), stop),
                _ => true,
            };
            _reading.Invalidate();
            // Another instance has recorded the same meanwhile: the next attempt finds it.
            return added ? decision : null;
        },
        cancellation);

    // A version is never reused: otherwise a reader that missed the changes in between would consider its cached index current.
    private string Version(string arrival, PublishDecision decision) =>
        decision is PublishDecision.NewRevision ? arrival : UniqueVersion(arrival);

    private string UniqueVersion(string by) => $"{by}.{Guid.CreateVersion7(_time.GetUtcNow()):n}";

    private static string Name(DateOnly week) => $"week of {ReportingWeek.Name(week)}";
}
