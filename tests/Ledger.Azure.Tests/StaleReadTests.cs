using Azure.Core;
using Azure.Core.Pipeline;
using DetainerLedger.Storage.Tables;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Storage.Tests;

/// <summary>What readers get while storage fails or hangs: what is in memory, soon, and marked.</summary>
public sealed class StaleReadTests(Storage storage)
{
    private readonly FakeTimeProvider _time = new(Made.Morning);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_index_in_memory_is_returned_with_its_age_until_storage_responds()
    {
        var outage = new Outage { Lasts = () => false };
        using var ledger = await Publish(outage);
        Assert.Null((await ledger.ReadIndex(Cancellation)).Now.StaleFor);
        var asked = outage.Failed;

        outage.Lasts = () => true;
        _time.Advance(TimeSpan.FromSeconds(30));
        var stale = await ledger.ReadIndex(Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(30), stale.Now.StaleFor);
        Assert.Equal(TimeSpan.FromSeconds(30), stale.AsOf(DateTimeOffset.MaxValue).StaleFor);
        Assert.Equal(Made.Week, Assert.Single(stale.Now.Weeks).Week);

        // Within a second nobody asks again.
        Assert.NotNull((await ledger.ReadIndex(Cancellation)).Now.StaleFor);
        Assert.Equal(asked + 1, outage.Failed);

        outage.Lasts = () => false;
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await ledger.ReadIndex(Cancellation)).Now.StaleFor);
    }

    [Fact]
    public async Task A_reader_waits_a_few_seconds_for_storage_that_hangs_and_the_others_with_it()
    {
        var hanging = new Hanging();
        using var ledger = await Publish(hanging);
        hanging.Hangs = true;
        _time.Advance(TimeSpan.FromSeconds(30));

        var readers = Enumerable.Range(0, 20).Select(_ => ledger.ReadIndex(Cancellation)).ToList();
        await hanging.Started;
        Assert.All(readers, reader => Assert.False(reader.IsCompleted));
        _time.Advance(IndexCache.Patience);
        Assert.All(await Task.WhenAll(readers).WaitAsync(TimeSpan.FromSeconds(60), Cancellation), index => Assert.NotNull(index.Now.StaleFor));
        Assert.Equal(1, hanging.Sent);

        // One checks whether it is back, and the others don't wait for it.
        _time.Advance(TimeSpan.FromSeconds(1));
        var checking = ledger.ReadIndex(Cancellation);
        Assert.NotNull((await ledger.ReadIndex(Cancellation).WaitAsync(TimeSpan.FromSeconds(60), Cancellation)).Now.StaleFor);
        Assert.False(checking.IsCompleted);
        _time.Advance(IndexCache.Patience);
        await checking.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        Assert.Equal(2, hanging.Sent);
    }

    [Fact]
    public async Task What_is_not_in_memory_fails_in_time()
    {
        var hanging = new Hanging();
        using var ledger = await Publish(hanging);
        hanging.Hangs = true;

        var reading = ledger.ReadJurisdiction("tx-travis-county", Cancellation);
        await hanging.Started;
        _time.Advance(ReadLimit.Usual);
        await Assert.ThrowsAsync<TimeoutException>(() => reading.WaitAsync(TimeSpan.FromSeconds(60), Cancellation));

        // The caller's own cancellation is none of storage's failures.
        using var caller = new CancellationTokenSource();
        var left = ledger.ReadJurisdiction("tx-travis-county", caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
    }

    [Fact]
    public async Task Without_an_index_in_memory_a_reader_gets_the_failure()
    {
        using var ledger = storage.Open(await storage.CreateLedger(), new Outage(), freshForSeconds: 5, _time);

        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => ledger.ReadIndex(Cancellation));
    }

    [Fact]
    public async Task What_this_process_publishes_is_read_at_once_after_an_outage()
    {
        var outage = new Outage { Lasts = () => false };
        using var ledger = await Publish(outage);
        outage.Lasts = () => true;
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.NotNull((await ledger.ReadIndex(Cancellation)).Now.StaleFor);

        outage.Lasts = () => false;
        await ledger.Publish(Made.Edition(2, "second"), Cancellation);

        var index = await ledger.ReadIndex(Cancellation);
        Assert.Null(index.Now.StaleFor);
        Assert.Equal(2, index.Now.Revisions(Made.Week).Count);
    }

    private async Task<TableLedger> Publish(HttpPipelinePolicy policy)
    {
        var ledger = storage.Open(await storage.CreateLedger(), policy, freshForSeconds: 5, _time);
        await ledger.Publish(Made.Edition(1, "first"), Cancellation);
        await ledger.ReadIndex(Cancellation);
        return ledger;
    }

    /// <summary>Storage that accepts requests and never responds.</summary>
    private sealed class Hanging : HttpPipelinePolicy
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _sent;

        public bool Hangs { get; set; }

        public int Sent => _sent;

        public Task Started => _started.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (Hangs)
            {
                Interlocked.Increment(ref _sent);
                _started.TrySetResult();
                await Task.Delay(Timeout.Infinite, message.CancellationToken);
            }

            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The ledger sends nothing synchronously.");
    }
}
