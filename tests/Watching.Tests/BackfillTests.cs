using System.Globalization;
using System.Text;
using Acceptance.App;
using DetainerLedger.Ingest;
using DetainerLedger.Watching.Http;

namespace DetainerLedger.Watching.Tests;

/// <summary>A web archive with a hundred mementos of a file that had seven versions.</summary>
public sealed class BackfillTests(Emulator emulator) : IAsyncLifetime
{
    private const string TimeMap = "/timemap/link/report.json";
    private const int Mementos = 100;
    private const int Versions = 7;

    private static readonly DateTimeOffset First = new(2017, 3, 6, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Week = new(2017, 3, 4);

    private TestSite _site = null!;
    private WatchedLedger _ledger = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.Start();
        _ledger = await WatchedLedger.Open(emulator);
        _ledger.Time.Advance(TimeSpan.FromDays(365));
        // The original is no server of this test, and is never asked.
        _ledger.Sites.Add(new Uri(Original).Authority);
        _ledger.Sites.Add(_site.Address.Authority);
        for (var i = 0; i < Mementos; i++) _site.Serve(Path(i), Bytes(i));
        _site.Serve(TimeMap, Encoding.UTF8.GetBytes(Links()), "application/link-format");
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_hundred_are_fetched_seven_arrive_and_a_second_run_fetches_none()
    {
        var progress = await Continue();
        var arrivals = await _ledger.Ingest();
        var again = await Continue();

        Assert.Equal((Mementos, Mementos, Mementos, Versions, true), (progress.Mementos, progress.Fetched, progress.FetchedNow, progress.Dropped, progress.Done));
        Assert.Equal((Mementos, 0, Versions, true), (again.Fetched, again.FetchedNow, again.Dropped, again.Done));
        Assert.All(Enumerable.Range(0, Mementos), i => Assert.Equal(1, _site.Count(Path(i))));
        Assert.Equal(1, _site.MostAtOnce);
        Assert.Empty(await _ledger.Ingest());
        Assert.Equal(Enumerable.Range(0, Versions).Select(version => First.AddDays(version * 15)), arrivals.Select(arrival => arrival.SeenAt!.Value).Order());
        Assert.All(arrivals, arrival => Assert.Equal((Original, ArrivalState.Published), (arrival.SourceAddress, arrival.State)));
        for (var day = 0; day < Mementos; day++)
            Assert.Equal(100 + (day / 15), (await _ledger.View(First.AddDays(day).AddHours(12))).Find(Week)?.Totals.DetainersIssued);
        Assert.Null((await _ledger.View(First.AddHours(-1))).Find(Week));
    }

    [Fact]
    public async Task An_interrupted_backfill_goes_on_where_it_stopped()
    {
        _site.ServeStatus(Path(40), 429, ("Retry-After", "60"));
        var stopped = await Continue();
        Assert.Equal((40, false, _ledger.Time.GetUtcNow().AddMinutes(1)), (stopped.Fetched, stopped.Done, stopped.WaitUntil));
        Assert.Equal(40, (await Continue()).Fetched);
        _site.Serve(Path(40), Bytes(40));
        _ledger.Time.Advance(TimeSpan.FromMinutes(1));

        var done = await Continue();

        Assert.Equal((Mementos, Mementos - 40, Versions, true), (done.Fetched, done.FetchedNow, done.Dropped, done.Done));
        Assert.Equal(Versions, (await _ledger.Ingest()).Count);
    }

    [Fact]
    public async Task A_memento_that_fails_is_named_and_tried_again()
    {
        _site.ServeStatus(Path(3), 500);
        var first = await Continue();
        Assert.Equal((Mementos - 1, 1, true), (first.Fetched, first.Failed, first.Done));
        Assert.Equal(_site.At(Path(3)), Assert.Single(first.Failures).Address);
        _site.Serve(Path(3), Bytes(3));

        Assert.Equal((Mementos, 1, 0), ((await Continue()).Fetched, (await Continue()).Mementos / Mementos, (await Continue()).Failed));
    }

    [Fact]
    public async Task Only_matching_mementos_are_fetched()
    {
        var progress = await _ledger.Backfill.Continue(new Uri(_site.At(TimeMap)), SourceList.Pattern("/201703"), TimeSpan.FromMinutes(1), Cancellation);

        Assert.Equal(26, progress.Mementos);
        Assert.All(_site.Requests.Skip(2), request => Assert.StartsWith("/web/201703", request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_captured_absence_is_fetched_once_and_drops_nothing()
    {
        _site.ServeStatus(Path(5), 404, ("Memento-Datetime", First.AddDays(5).ToString("r", CultureInfo.InvariantCulture)));

        Assert.Equal((Mementos, Versions, 0), ((await Continue()).Fetched, (await Continue()).Dropped, (await Continue()).Failed));
    }

    [Fact]
    public async Task What_is_no_time_map_is_refused()
    {
        _site.Serve(TimeMap, "<html><body>Not here</body></html>"u8.ToArray(), "text/html");

        Assert.Equal(BackfillProgress.NotATimeMap, (await Continue()).Error);
    }

    [Fact]
    public async Task A_time_map_in_parts_is_read_to_the_end()
    {
        var lines = Links().Split('\n');
        _site.Serve(TimeMap, Encoding.UTF8.GetBytes(string.Join('\n', lines.Take(52)) + $"\n<{TimeMap}/2>; rel=\"timemap\"; type=\"application/link-format\""));
        _site.Serve(TimeMap + "/2", Encoding.UTF8.GetBytes(string.Join('\n', lines.Skip(52))));

        Assert.Equal(Mementos, (await Continue()).Mementos);
    }

    // Blobs are named by it, and the container is shared.
    private string Original => $"https://agency-{_site.Address.Port}.example/report.json";

    private Task<BackfillProgress> Continue() =>
        _ledger.Backfill.Continue(new Uri(_site.At(TimeMap)), SourceList.Pattern(""), TimeSpan.FromMinutes(10), Cancellation);

    private static byte[] Bytes(int memento) => SmallReport.Of("2017-03-04", 100 + (memento / 15), ["Travis County, Texas"], []);

    private string Path(int memento) => $"/web/{First.AddDays(memento):yyyyMMddHHmmss}/{Original}";

    private string Links() => string.Join(",\n",
    [
        $"<{Original}>; rel=\"original\"",
        $"<{_site.At(TimeMap)}>; rel=\"self\"; type=\"application/link-format\"; from=\"x, y\"",
        .. Enumerable.Range(0, Mementos).Select(i =>
            $"<{_site.At(Path(i))}>; rel=\"{(i == 0 ? "first memento" : "memento")}\"; datetime=\"{First.AddDays(i).ToString("r", CultureInfo.InvariantCulture)}\""),
    ]);
}
