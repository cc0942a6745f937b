using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Digests;

public sealed class WeeklyDigestTests
{
    private static readonly DateOnly January28 = new(2017, 1, 28);
    private static readonly DateOnly February4 = new(2017, 2, 4);

    private readonly DigestsOnly _ledger = new();
    private readonly WeeklyDigest _digests;

    public WeeklyDigestTests() => _digests = new WeeklyDigest(_ledger, new WeekQueries(_ledger), _ledger, new StoppedClock());

    [Fact]
    public async Task The_newest_week_comes_first_and_each_week_once()
    {
        _ledger.Add(January28, declined: 206);
        _ledger.Add(February4, declined: 47);
        Assert.Equal((February4, 1), await Next());
        Assert.Equal((January28, 1), await Next());
        Assert.Null(await Next());
        Assert.Equal(2, _ledger.Digests.Count);
    }

    [Fact]
    public async Task An_empty_ledger_has_no_digest() => Assert.Null(await Next());

    [Fact]
    public async Task A_week_is_compared_with_the_one_before_it_and_stored_once()
    {
        _ledger.Add(January28, declined: 206);
        _ledger.Add(February4, declined: 47);
        var stored = await _digests.ComposeNext(TestContext.Current.CancellationToken);
        AssertSays("47 detainers were recorded as declined, down from 206.", stored!);
        Assert.Equal(SampleWeek.ComposedAt, stored!.ComposedAt);
        Assert.Same(stored, await _ledger.FindDigest(February4, 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_digest_that_cannot_be_stored_does_not_prevent_those_of_other_weeks()
    {
        _ledger.Add(January28, declined: 206);
        _ledger.Add(February4, declined: 47);
        _ledger.CannotStore = February4;
        List<DateOnly> failed = [];

        var stored = await _digests.ComposeNext(TestContext.Current.CancellationToken, (revision, _) => failed.Add(revision.Week));

        Assert.Equal(January28, stored!.Week);
        Assert.Equal([February4], failed);
        await Assert.ThrowsAsync<AggregateException>(Next);
        _ledger.CannotStore = null;
        Assert.Equal((February4, 1), await Next());
    }

    [Fact]
    public async Task A_later_revision_has_a_digest_of_its_own()
    {
        _ledger.Add(February4, declined: 47);
        await Next();
        _ledger.Add(February4, declined: 48, revision: 2);
        Assert.Equal((February4, 2), await Next());
        Assert.Null(await Next());
    }

    [Fact]
    public async Task Corrections_known_by_now_are_in_it()
    {
        _ledger.Add(January28, declined: 206);
        _ledger.Add(February4, declined: 47);
        _ledger.Correct(January28, was: 206, now: 202);
        var february = await _digests.ComposeNext(TestContext.Current.CancellationToken);
        var january = await _digests.ComposeNext(TestContext.Current.CancellationToken);
        AssertSays("47 detainers were recorded as declined, down from 206 (that earlier number is 202 after corrections).", february!);
        AssertSays("With the corrections, 202 detainers are recorded as declined; the nation’s total of detainers issued stays as " +
            "reported.", january!);
    }

    [Fact]
    public async Task A_digest_that_another_instance_stored_stays()
    {
        _ledger.Add(February4, declined: 47);
        var theirs = new Digest(February4, 1, SampleWeek.ComposedAt, "Theirs.", []);
        _ledger.BeforeKeep = () => _ledger.Digests.Add(theirs);
        Assert.Same(theirs, await _digests.ComposeNext(TestContext.Current.CancellationToken));
        Assert.Same(theirs, Assert.Single(_ledger.Digests));
    }

    [Fact]
    public async Task What_is_due_is_found_by_one_list_and_the_index_and_read_with_the_week_before()
    {
        for (var i = 0; i < 50; i++) _ledger.Add(January28.AddDays(7 * i), declined: 1);
        await Next();
        Assert.Equal(["ListDigests", "ReadIndex", "ReadReport", "ReadReport", "KeepDigest"], _ledger.Calls);
    }

    private async Task<(DateOnly, int)?> Next() =>
        await _digests.ComposeNext(TestContext.Current.CancellationToken) is { } digest ? (digest.Week, digest.Revision) : null;

    private static void AssertSays(string sentence, Digest stored) =>
        Assert.Contains(sentence, stored.Sentences.Select(said => said.Text));

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => SampleWeek.ComposedAt;
    }

    /// <summary>The part of a ledger that digests need, in memory, so that a test can step between its answers.</summary>
    private sealed class DigestsOnly : IReportReader, IDigestStore
    {
        private static readonly Jurisdiction Travis = SampleWeek.County("TX", "Travis County");

        private readonly Dictionary<DateOnly, List<Revision>> _weeks = [];
        private readonly Dictionary<Revision, WeeklyReport> _reports = [];
        private readonly List<PublishedNotice> _notices = [];

        public List<Digest> Digests { get; } = [];

        public List<string> Calls { get; } = [];

        public DateOnly? CannotStore { get; set; }

        public Action BeforeKeep { get; set; } = () => { };

        public void Add(DateOnly week, int declined, int revision = 1)
        {
            var row = new DeclinedDetainer(Travis, Travis.Name, null, null, null, null, null, null, null, SampleWeek.Somewhere);
            var period = new ReportingWeek(week, week.AddDays(6));
            var report = new WeeklyReport { Period = period, Declines = [.. Enumerable.Repeat(row, declined)] };
            var published = new Revision(
                period, revision, SampleWeek.ComposedAt, null, "", WeekTotals.Of(report), SampleWeek.Summary.Source);
            if (!_weeks.TryGetValue(week, out var revisions)) _weeks[week] = revisions = [];
            revisions.Add(published);
            _reports[published] = report;
        }

        public void Correct(DateOnly week, int was, int now)
        {
            var correction = new Correction(week, CorrectedSection.Declined, Travis, Travis.Name, null, was, now, SampleWeek.Somewhere);
            var notice = new CorrectionNotice("Correction", new DateOnly(2017, 3, 29), null, [correction]);
            _notices.Add(new PublishedNotice(SampleWeek.ReportId, "corrections.json", SampleWeek.ComposedAt, "", notice));
        }

        public Task<LedgerIndex> ReadIndex(CancellationToken cancellation)
        {
            Calls.Add(nameof(ReadIndex));
            return Task.FromResult(new LedgerIndex(_weeks.Values, _notices, ""));
        }

        public Task<PublishedReport> ReadReport(Revision revision, CancellationToken cancellation)
        {
            Calls.Add(nameof(ReadReport));
            return Task.FromResult(new PublishedReport(revision, _reports[revision], []));
        }

        public Task<bool> KeepDigest(Digest digest, CancellationToken cancellation)
        {
            Calls.Add(nameof(KeepDigest));
            BeforeKeep();
            if (digest.Week == CannotStore) throw new InvalidOperationException("It is too large.");
            if (Find(digest.Week, digest.Revision) is not null) return Task.FromResult(false);
            Digests.Add(digest);
            return Task.FromResult(true);
        }

        public Task<Digest?> FindDigest(DateOnly week, int revision, CancellationToken cancellation) =>
            Task.FromResult(Find(week, revision));

        public Task<IReadOnlyList<DigestHeading>> ListDigests(CancellationToken cancellation)
        {
            Calls.Add(nameof(ListDigests));
            return Task.FromResult<IReadOnlyList<DigestHeading>>([.. Digests.Select(stored => stored.Heading)]);
        }

        private Digest? Find(DateOnly week, int revision) =>
            Digests.Find(stored => stored.Week == week && stored.Revision == revision);
    }
}
