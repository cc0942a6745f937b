using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tests;

/// <summary>Ten years, with few rows a week: what a request costs must not depend on how long the ledger is.</summary>
public sealed class LongLedgerTests(Storage storage, LongAndBrief ledgers) : IClassFixture<LongAndBrief>
{
    // The budget of a page, without its style sheet and script, which take some 8 KB.
    private const int MostBytes = 50 * 1024;

    [Fact]
    public async Task Ten_years_cost_a_reader_as_many_requests_as_three_weeks()
    {
        var (ofBrief, ofLong) = (await Costs(ledgers.OfThreeWeeks), await Costs(ledgers.OfTenYears));

        Assert.Equal(ofBrief, ofLong);
        Assert.All(ofLong.Values, cost => Assert.InRange(cost, 1, 3));
        // The index; and the counts, or the facts of one jurisdiction.
        string[] lists = ["places", "states", "agencies", "jurisdictions", $"weeks/{ReportingWeek.Name(LongLedger.Week(1))}/jurisdictions"];
        Assert.All(lists, path => Assert.Equal(2, ofLong[path]));
        Assert.All(["weeks", "moments", "corrections"], path => Assert.Equal(1, ofLong[path]));
    }

    [Fact]
    public async Task A_page_costs_as_many_requests_as_its_data_and_stays_small_over_ten_years()
    {
        var (ofBrief, ofLong, data) = (await Pages(ledgers.OfThreeWeeks), await Pages(ledgers.OfTenYears), await Costs(ledgers.OfTenYears));

        Assert.Equal(ofBrief.Select(page => (page.Key, page.Value.Requests)), ofLong.Select(page => (page.Key, page.Value.Requests)));
        // The data of a page share their read of the index.
        Assert.All(ReaderRequests.Pages, page => Assert.InRange(ofLong[page.Key].Requests, 1, page.Value.Data.Sum(path => data[path] - 1) + 1));
        Assert.All(ofLong, page => Assert.True(page.Key == "/sitemap.xml" || page.Value.Bytes <= MostBytes, $"{page.Key} takes {page.Value.Bytes} bytes."));
    }

    private async Task<SortedDictionary<string, (int Requests, int Bytes)>> Pages(string name)
    {
        var costs = new SortedDictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var (path, (_, ask)) in ReaderRequests.Pages)
        {
            var requests = new RequestLog();
            using var cold = storage.Open(name, requests, freshForSeconds: 5);
            var page = Assert.IsType<ApiResult>(await ask(cold));
            costs[path] = (requests.Total, page.Bodies.As(ContentCoding.Brotli).Length);
        }

        return costs;
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
