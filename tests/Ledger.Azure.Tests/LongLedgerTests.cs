using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tests;

/// <summary>Ten years, with few rows a week: what a request costs must not depend on how long the ledger is.</summary>
public sealed class LongLedgerTests(Storage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_years_cost_a_reader_as_many_requests_as_three_weeks()
    {
        var (brief, @long) = (await Publish(weeks: 3), await Publish(weeks: 520));

        var (ofBrief, ofLong) = (await Costs(brief), await Costs(@long));

        Assert.Equal(ofBrief, ofLong);
        Assert.All(ofLong.Values, cost => Assert.InRange(cost, 1, 3));
        // The index; and the counts, or the facts of one jurisdiction.
        string[] lists = ["places", "states", "agencies", "jurisdictions", $"weeks/{ReportingWeek.Name(LongLedger.Week(1))}/jurisdictions"];
        Assert.All(lists, path => Assert.Equal(2, ofLong[path]));
        Assert.All(["weeks", "moments", "corrections"], path => Assert.Equal(1, ofLong[path]));
    }

    private async Task<string> Publish(int weeks)
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name);
        await Parallel.ForEachAsync(
            new LongLedger(weeks, declines: 2 * weeks, listed: 2).Editions(), Cancellation, async (edition, stop) => await ledger.Publish(edition, stop));
        return name;
    }

    private async Task<SortedDictionary<string, int>> Costs(string name)
    {
        var costs = new SortedDictionary<string, int>();
        foreach (var (path, ask) in ReaderRequests.All)
        {
            var requests = new RequestLog();
            using var cold = storage.Open(name, requests, freshForSeconds: 5);
            Assert.IsType<ApiResult>(await ask(cold));
            costs[path] = requests.Total;
        }

        return costs;
    }
}
