using Acceptance.App;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Watching.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DetainerLedger.Watching.Tests;

/// <summary>A source that changes, and what the ledger says of it.</summary>
public sealed class WatchTests(Emulator emulator) : IAsyncLifetime
{
    private const string Page = "/reports";
    private const string File = "/files/report%20one.json";

    private static readonly DateOnly Week = new(2017, 3, 4);
    private static readonly byte[] A = SmallReport.Of("2017-03-04", 100, ["Travis County, Texas"], []);
    private static readonly byte[] B = SmallReport.Of("2017-03-04", 101, ["Travis County, Texas"], []);

    private TestSite _site = null!;
    private WatchedLedger _ledger = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.Start();
        _site.ServePage(Page, "files/report one.json", "about.html");
        _site.Serve(File, A);
        _ledger = await WatchedLedger.Watch(emulator, _site);
        _ledger.Sites.Add(_site.Address.Authority);
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_linked_file_is_dropped_with_where_and_when_it_was_seen()
    {
        var capture = Assert.Single(await _ledger.Look());

        Assert.Equal((CaptureOutcome.New, 200, _site.At(File)), (capture.Outcome, capture.Status, capture.Address));
        Assert.Equal(new DateTimeOffset(2017, 4, 10, 8, 0, 0, TimeSpan.Zero), capture.LastModified);
        var arrival = Assert.Single(await _ledger.Arrivals());
        Assert.Equal((capture.ReportId, ArrivalState.Published), (arrival.Id, arrival.State));
        Assert.Equal((capture.Address, capture.At, capture.Sha256, "report one.json"), (arrival.SourceAddress, arrival.SeenAt, arrival.Sha256, arrival.Name));
        var revision = Assert.Single((await _ledger.View()).Revisions(Week));
        Assert.Equal((capture.At, capture.At, capture.Address), (revision.KnownFrom, revision.SeenAt, revision.SourceAddress));
        Assert.All(_site.Requests, request => Assert.Equal("DetainerLedger/1.0 (+https://ledger.example/contact)", request.Headers.UserAgent.ToString()));
        Assert.Equal(["/robots.txt", Page, File], _site.Requests.Select(request => request.Path));
        Assert.Equal(1, _site.MostAtOnce);
    }

    [Fact]
    public async Task What_did_not_change_is_asked_for_conditionally_and_recorded_as_the_same()
    {
        await _ledger.Look();
        Assert.Empty(await _ledger.Look(TimeSpan.FromMinutes(59)));

        var capture = Assert.Single(await _ledger.Look(TimeSpan.FromMinutes(1)));

        Assert.Equal((CaptureOutcome.Same, 304), (capture.Outcome, capture.Status));
        Assert.All(_site.Requests.TakeLast(2), request => Assert.NotEmpty(request.Headers.IfNoneMatch.ToString()));
        Assert.Single(await _ledger.Arrivals());
        Assert.Empty((await _ledger.View()).Files);
    }

    [Fact]
    public async Task A_source_that_goes_from_A_to_B_and_back_ends_with_A_in_force_and_tells_both_changes()
    {
        await _ledger.Look();
        Serve(B);
        await _ledger.Look();
        Serve(A);
        var last = Assert.Single(await _ledger.Look());

        var view = await _ledger.View();
        Assert.Equal(100, view.Find(Week)?.Totals.DetainersIssued);
        Assert.Equal(last.At, view.Find(Week)?.LastKnownFrom(DateTimeOffset.MaxValue));
        Assert.Equal(101, (await _ledger.View(last.At.AddTicks(-1))).Find(Week)?.Totals.DetainersIssued);
        Assert.Equal(3, (await _ledger.Arrivals()).Count);
        Assert.Equal([FileEventKind.Changed, FileEventKind.Changed], view.FilesOf(Week).Select(file => file.Kind));
        Assert.Equal(3, (await _ledger.Captures.ListCaptures(_site.At(Page), 100, null, Cancellation)).Count);
    }

    [Fact]
    public async Task A_file_that_answers_404_twice_is_withdrawn_keeps_its_facts_and_returns()
    {
        await _ledger.Look();
        _site.Remove(File);
        Assert.Equal(CaptureOutcome.Unreachable, Assert.Single(await _ledger.Look()).Outcome);
        Assert.Empty((await _ledger.View()).Files);

        var withdrawn = Assert.Single(await _ledger.Look());
        Assert.Empty(await _ledger.Look());
        Serve(A);
        var returned = Assert.Single(await _ledger.Look());

        Assert.Equal((CaptureOutcome.Withdrawn, 404, CaptureOutcome.Returned), (withdrawn.Outcome, withdrawn.Status, returned.Outcome));
        var view = await _ledger.View();
        Assert.Equal(100, view.Find(Week)?.Totals.DetainersIssued);
        Assert.Equal([(FileEventKind.Withdrawn, 404), (FileEventKind.Returned, null)], view.Files.Select(file => (file.Kind, file.Status)));
        Assert.Single(await _ledger.Arrivals());
        Assert.Equal([new FileObserved(view.Files[1], Week), new FileObserved(view.Files[0], Week)], LedgerEvents.Of(view).OfType<FileObserved>());
    }

    [Fact]
    public async Task A_file_that_the_page_no_longer_links_is_withdrawn_although_its_address_answers()
    {
        await _ledger.Look();
        _site.ServePage(Page);
        await _ledger.Look();

        var capture = Assert.Single(await _ledger.Look());

        Assert.Equal((CaptureOutcome.Withdrawn, null), (capture.Outcome, capture.Status));
        Assert.Equal(FileEventKind.Withdrawn, Assert.Single((await _ledger.View()).Files).Kind);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    public async Task An_unreachable_source_gives_no_event(int status)
    {
        await _ledger.Look();
        _site.ServeStatus(Page, status);

        for (var look = 0; look < 3; look++)
            Assert.Equal((CaptureOutcome.Unreachable, status), Assert.Single((await _ledger.Look(TimeSpan.FromDays(1))).Select(capture => (capture.Outcome, capture.Status))));

        Assert.Empty((await _ledger.View()).Files);
        Assert.Equal(LookFailures.Status, (await _ledger.Source()).LastError);
        Assert.NotNull((await _ledger.Source()).UnreadSince(_ledger.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_network_failure_gives_no_event_and_lengthens_the_pause()
    {
        await _ledger.Look();
        await _site.DisposeAsync();

        Assert.Equal(LookFailures.Network, Assert.Single(await _ledger.Look()).Error);
        Assert.Equal(LookFailures.Network, Assert.Single(await _ledger.Look()).Error);
        Assert.Empty(await _ledger.Look());
        Assert.Empty((await _ledger.View()).Files);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_not_asked_before()
    {
        _site.ServeStatus(Page, 429, ("Retry-After", "10800"));
        Assert.Equal(LookFailures.Wait, Assert.Single(await _ledger.Look()).Error);
        _site.ServePage(Page, "files/report one.json");

        Assert.Empty(await _ledger.Look(TimeSpan.FromMinutes(179)));
        Assert.Equal(1, _site.Count(Page));
        Assert.Equal(CaptureOutcome.New, Assert.Single(await _ledger.Look(TimeSpan.FromMinutes(1))).Outcome);
    }

    [Fact]
    public async Task Two_instances_that_look_at_the_same_time_fetch_once()
    {
        var ready = new TaskCompletionSource();
        var page = $"<a href=\"files/report one.json\">Report</a>";
        _site.On(Page, async http =>
        {
            await ready.Task;
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync(page);
        });
        await using var other = _ledger.Instance();
        _ledger.Time.Advance(TimeSpan.FromHours(1));

        var first = _ledger.Watcher.LookAtDue(Cancellation);
        while (_site.Count(Page) == 0) await Task.Delay(20, Cancellation);
        var second = await other.GetRequiredService<Watcher>().LookAtDue(Cancellation);
        ready.SetResult();

        Assert.Empty(second);
        Assert.Single(Assert.Single(await first).Captures);
        Assert.Empty(await other.GetRequiredService<Watcher>().LookAtDue(Cancellation));
        Assert.Equal((1, 1), (_site.Count(Page), _site.Count(File)));
    }

    [Fact]
    public async Task A_lease_of_an_instance_that_ended_runs_out()
    {
        var lease = _ledger.Instance().GetRequiredService<ILookLease>();
        Assert.NotNull(await lease.TryAcquire("look", TimeSpan.FromMinutes(12), Cancellation));

        Assert.Empty(await _ledger.Look(TimeSpan.FromMinutes(11)));
        Assert.Single(await _ledger.Look(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task A_look_that_is_interrupted_after_the_event_is_repeated_and_tells_it_once()
    {
        await _ledger.Look();
        Serve(B);
        _ledger.Time.Advance(TimeSpan.FromHours(1));
        await using var failing = _ledger.Instance(more: services => services.AddSingleton<ICaptureStore>(new FailingStore(_ledger.Captures)));
        await Assert.ThrowsAsync<TimeoutException>(() => failing.GetRequiredService<Watcher>().LookAtDue(Cancellation));

        Assert.Equal(CaptureOutcome.Changed, Assert.Single(await _ledger.Look(TimeSpan.FromMinutes(1))).Outcome);

        var view = await _ledger.View();
        Assert.Single(view.Files);
        Assert.Equal([100, 101], view.Revisions(Week).Select(revision => revision.Totals.DetainersIssued));
    }

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_not_read()
    {
        _site.Serve("/robots.txt", "User-agent: *\nDisallow: /reports\n"u8.ToArray(), "text/plain");

        Assert.Equal(LookFailures.Robots, Assert.Single(await _ledger.Look()).Error);
        Assert.Equal(0, _site.Count(Page));
    }

    [Fact]
    public async Task A_robots_txt_that_fails_forbids_all()
    {
        _site.ServeStatus("/robots.txt", 500);

        Assert.Equal(LookFailures.Robots, Assert.Single(await _ledger.Look()).Error);
        Assert.Equal(0, _site.Count(Page));
    }

    [Fact]
    public async Task Pages_of_captures_follow_each_other()
    {
        for (var look = 0; look < 5; look++) await _ledger.Look();
        var all = await _ledger.Captures.ListCaptures(null, 100, null, Cancellation);
        var first = await _ledger.Captures.ListCaptures(null, 2, null, Cancellation);
        var rest = await _ledger.Captures.ListCaptures(null, 100, first[^1].Id, Cancellation);

        Assert.Equal(5, all.Count);
        Assert.Equal(all, first.Concat(rest));
        Assert.Equal(all.OrderByDescending(capture => capture.At), all);
    }

    private void Serve(byte[] bytes) => _site.Serve(File, bytes);

    /// <summary>Fails where the process may end: after the file is dropped and the event is published.</summary>
    private sealed class FailingStore(ICaptureStore store) : ICaptureStore
    {
        public Task Keep(WatchedAddress address, Capture? capture, CancellationToken cancellation) => throw new TimeoutException("The process ends here.");

        public Task<WatchedSource?> FindSource(string source, CancellationToken cancellation) => store.FindSource(source, cancellation);

        public Task<IReadOnlyList<WatchedSource>> ListSources(CancellationToken cancellation) => store.ListSources(cancellation);

        public Task KeepSource(WatchedSource source, CancellationToken cancellation) => store.KeepSource(source, cancellation);

        public Task<IReadOnlyList<WatchedAddress>> ListAddresses(string source, CancellationToken cancellation) => store.ListAddresses(source, cancellation);

        public Task<IReadOnlyList<Capture>> ListCaptures(string? source, int limit, string? after, CancellationToken cancellation) =>
            store.ListCaptures(source, limit, after, cancellation);

        public Task Publish(FileEvent fileEvent, CancellationToken cancellation) => store.Publish(fileEvent, cancellation);
    }
}
