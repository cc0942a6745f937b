using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Storage.Tests;

/// <summary>What each operation may cost, in requests to storage: the same on every machine.</summary>
public sealed class CostTests(Storage storage)
{
    private readonly RequestLog _requests = new();
    private readonly FakeTimeProvider _time = new(Made.Morning);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publishing_a_report_of_206_rows_and_117_listings_in_28_states_takes_at_most_60_writes()
    {
        using var ledger = storage.Open(await storage.CreateLedger(), _requests);
        var report = Made.Report(Made.Id(1));
        Assert.Equal((206, 117, 28), (report.Declines.Count, report.Listings.Count, report.Listings.Select(row => row.Jurisdiction.State).Distinct().Count()));

        await ledger.Publish(Made.Edition(1, "first", report), Cancellation);

        Assert.True(_requests.Writes <= 60, $"{_requests.Writes} writes:\n{_requests}");
        // 28 states, the report, its counts, the index; and one read, of the week's entry.
        Assert.Equal((31, 1), (_requests.Writes, _requests.Reads));
    }

    [Fact]
    public async Task A_cold_weekly_summary_takes_at_most_4_requests_and_a_warm_one_at_most_1()
    {
        var name = await PublishTwoWeeks();
        using var ledger = storage.Open(name, _requests, freshForSeconds: 5, _time);

        await Summarize(ledger);
        Assert.Equal(3, _requests.Total);

        _requests.Clear();
        await Summarize(ledger);
        Assert.Equal(0, _requests.Total);

        _time.Advance(TimeSpan.FromSeconds(6));
        await Summarize(ledger);
        await Summarize(ledger);
        Assert.Equal(1, _requests.Total);
    }

    [Fact]
    public async Task A_cold_history_takes_2_requests_of_one_partition_each()
    {
        var name = await storage.CreateLedger();
        using (var publisher = storage.Open(name))
            for (var week = 0; week < 30; week++)
                await publisher.Publish(Made.Edition(week, "first", Made.Report(Made.Id(week), Made.Week.AddDays(7 * week), declined: 60, listed: 2)), Cancellation);
        using var ledger = storage.Open(name, _requests);

        var index = await ledger.ReadIndex(Cancellation);
        var history = JurisdictionHistories.Of(index.Now, await ledger.ReadJurisdiction(Made.Place(0).Id!, Cancellation));

        Assert.Equal(30, history!.Weeks.Count);
        Assert.Equal(30 * 40, history.Totals.DetainersDeclined);
        Assert.Equal(2, _requests.Total);
    }

    [Fact]
    public async Task A_list_of_weeks_or_arrivals_or_digests_takes_at_most_2_requests()
    {
        var name = await PublishTwoWeeks();
        using var ledger = storage.Open(name, _requests);

        Assert.Equal(2, (await ledger.ReadIndex(Cancellation)).Now.Weeks.Count);
        Assert.Equal(1, _requests.Total);

        _requests.Clear();
        await ledger.ListArrivals(100, after: null, Cancellation);
        await ledger.ListDigests(Cancellation);
        Assert.Equal(2, _requests.Total);
    }

    [Fact]
    public async Task A_page_of_jurisdictions_or_a_state_takes_2_requests_cold_and_none_when_repeated()
    {
        var name = await PublishTwoWeeks();
        using var ledger = storage.Open(name, _requests, freshForSeconds: 5, _time);

        Assert.Equal(186, (await ListJurisdictions(ledger)).Count);
        Assert.Equal(2, _requests.Total);

        _requests.Clear();
        var view = (await ledger.ReadIndex(Cancellation)).Now;
        var texas = StateHistory.Of(view, new State("TX", "Texas", "48"), await ledger.ReadCounts(view.Weeks, Cancellation));
        Assert.Equal([140, 140], texas.Weeks.Select(week => week.Declined));
        Assert.Equal(0, _requests.Total);

        // Another week: whether the index moved, the index, and the counts of that week.
        using (var publisher = storage.Open(name))
            await publisher.Publish(Made.Edition(3, "third", Made.Report(Made.Id(3), Made.Week.AddDays(14))), Cancellation);
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(186, (await ListJurisdictions(ledger)).Count);
        Assert.Equal(3, _requests.Total);
    }

    [Fact]
    public async Task The_revisions_of_a_week_take_a_request_each_and_one_for_the_index()
    {
        var name = await storage.CreateLedger();
        using (var publisher = storage.Open(name))
            foreach (var number in new[] { 1, 2, 3 }) await publisher.Publish(Made.Edition(number, $"edition {number}"), Cancellation);
        using var ledger = storage.Open(name, _requests, freshForSeconds: 5, _time);

        foreach (var _ in new[] { "cold", "warm" })
        {
            var revisions = (await ledger.ReadIndex(Cancellation)).Now.Revisions(Made.Week);
            Assert.Equal(3, (await Task.WhenAll(revisions.Select(revision => ledger.ReadReport(revision, Cancellation)))).Length);
        }

        Assert.Equal(4, _requests.Total);
    }

    [Fact]
    public async Task Comparing_two_weeks_takes_3_requests_cold()
    {
        var name = await PublishTwoWeeks();
        using var ledger = storage.Open(name, _requests);

        var view = (await ledger.ReadIndex(Cancellation)).Now;
        var reports = await Task.WhenAll(view.Weeks.Select(revision => ledger.ReadReport(revision, Cancellation)));
        var comparison = WeekComparison.Of(view, reports[1], reports[0]);

        Assert.Equal(new WeekTotals(0, 0, 0), comparison.Change);
        Assert.Equal(3, _requests.Total);
    }

    [Fact]
    public async Task The_trend_of_all_weeks_takes_one_request_more_when_weeks_are_corrected_and_none_when_repeated()
    {
        var name = await PublishTwoWeeks();
        using (var publisher = storage.Open(name)) await publisher.Publish(Made.Notice(9, "notice"), Cancellation);
        using var ledger = storage.Open(name, _requests, freshForSeconds: 5, _time);

        foreach (var _ in new[] { "cold", "warm" })
        {
            var trend = await new TrendQueries(ledger).Totals((await ledger.ReadIndex(Cancellation)).Now, Cancellation);
            Assert.Equal([69, null], trend.Select(week => week.Corrected?.DetainersDeclined));
        }

        Assert.Equal(2, _requests.Total);
    }

    [Fact]
    public async Task Many_readers_of_a_cold_ledger_ask_for_the_index_once_and_for_the_counts()
    {
        var name = await PublishTwoWeeks();
        using var ledger = storage.Open(name, _requests, freshForSeconds: 5);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ListJurisdictions(ledger)));

        Assert.Equal(2, _requests.Total);
    }

    [Fact]
    public async Task Another_instance_sees_a_publication_within_the_time_that_the_option_gives()
    {
        var name = await storage.CreateLedger();
        using var publisher = storage.Open(name, freshForSeconds: 3600, time: _time);
        using var reader = storage.Open(name, freshForSeconds: 5, time: _time);
        Assert.Empty((await publisher.ReadIndex(Cancellation)).Now.Weeks);
        Assert.Empty((await reader.ReadIndex(Cancellation)).Now.Weeks);

        await publisher.Publish(Made.Edition(1, "first"), Cancellation);

        Assert.Single((await publisher.ReadIndex(Cancellation)).Now.Weeks);
        Assert.Empty((await reader.ReadIndex(Cancellation)).Now.Weeks);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Single((await reader.ReadIndex(Cancellation)).Now.Weeks);
    }

    private async Task<string> PublishTwoWeeks()
    {
        var name = await storage.CreateLedger();
        using var publisher = storage.Open(name);
        await publisher.Publish(Made.Edition(1, "first", Made.Report(Made.Id(1), Made.Week)), Cancellation);
        await publisher.Publish(Made.Edition(2, "second", Made.Report(Made.Id(2), Made.Week.AddDays(7))), Cancellation);
        return name;
    }

    private static async Task<List<KnownJurisdiction>> ListJurisdictions(TableLedger ledger)
    {
        var view = (await ledger.ReadIndex(Cancellation)).Now;
        return [.. KnownJurisdictions.Of(await ledger.ReadCounts(view.Weeks, Cancellation))];
    }

    private static async Task Summarize(TableLedger ledger)
    {
        var view = (await ledger.ReadIndex(Cancellation)).Now;
        var previous = view.Before(view.Latest!.Week)!;
        var summary = WeekSummaries.Of(view, await ledger.ReadReport(view.Latest, Cancellation), await ledger.ReadReport(previous, Cancellation));
        Assert.Equal(206, summary.DetainersDeclined);
    }
}
