using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Storage;
using DetainerLedger.Storage.Tables;
using DetainerLedger.Storage.Tests;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Benchmarks.TenYears;

/// <summary>A made-up ledger in a storage account.</summary>
internal sealed class MadeUpLedger(string connectionString, string prefix)
{
    private const int ReportEvery = 20;

    /// <summary>Publishes the weeks that don't exist yet, oldest first, and reports progress.</summary>
    public async Task Publish(LongLedger made)
    {
        var tables = Tables(new TableClientOptions());
        await tables.Create(CancellationToken.None);
        using var ledger = Open(tables);
        var (weeks, declines, listings, started) = (0, 0, 0, Stopwatch.GetTimestamp());
        foreach (var edition in made.Editions())
        {
            await ledger.Publish(edition, CancellationToken.None);
            (weeks, declines, listings) = (weeks + 1, declines + edition.Report.Declines.Count, listings + edition.Report.Listings.Count);
            if (weeks % ReportEvery == 0)
                Console.WriteLine($"  {weeks,3} weeks  {declines,7:N0} declined  {listings,6:N0} listed  {Stopwatch.GetElapsedTime(started).TotalSeconds,5:N0} s");
        }
    }

    /// <summary>How many requests to storage each request of a reader costs, of a ledger that read nothing before.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Costs()
    {
        var costs = new Dictionary<string, int>();
        foreach (var (path, ask) in ReaderRequests.All)
        {
            var requests = new Count();
            var options = new TableClientOptions();
            options.AddPolicy(requests, HttpPipelinePosition.PerRetry);
            using var cold = Open(Tables(options));
            if (await ask(cold) is not ApiResult) throw new InvalidOperationException($"{path} is answered by an error.");
            costs[path] = requests.Sent;
        }

        return costs;
    }

    /// <summary>The same of each page, with its size in bytes: as it is, and compressed as it is sent.</summary>
    public async Task<IReadOnlyDictionary<string, (int Requests, int Bytes, int Compressed)>> Pages()
    {
        var costs = new Dictionary<string, (int, int, int)>();
        foreach (var (path, (_, ask)) in ReaderRequests.Pages)
        {
            var requests = new Count();
            var options = new TableClientOptions();
            options.AddPolicy(requests, HttpPipelinePosition.PerRetry);
            using var cold = Open(Tables(options));
            if (await ask(cold) is not ApiResult page) throw new InvalidOperationException($"{path} is answered by an error.");
            costs[path] = (requests.Sent, page.Body.Length, page.Bodies.As(ContentCoding.Brotli).Length);
        }

        return costs;
    }

    private TableLedger Open(LedgerTables tables) =>
        new(tables, Options.Create(new LedgerStorageOptions { TablePrefix = prefix }), TimeProvider.System);

    private LedgerTables Tables(TableClientOptions options) => new(new TableServiceClient(connectionString, options), prefix);

    private sealed class Count : HttpPipelineSynchronousPolicy
    {
        private int _sent;

        public int Sent => _sent;

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _sent);
    }
}
