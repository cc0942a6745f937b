using Azure;
using DetainerLedger.Ingest;

namespace DetainerLedger.Storage.Tests;

/// <summary>A dropped file while storage fails, and when this program does.</summary>
public sealed class IntakeTests(Storage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_outage_of_half_a_minute_is_bridged_within_one_run()
    {
        var time = new PassingTime();
        var end = time.GetUtcNow().AddSeconds(30);
        var outage = new Outage { Lasts = () => time.GetUtcNow() < end };
        using var app = await IntakeFixture.Create(storage, time, outage);

        var outcome = await app.Intake.TakeIn(app.Reports.GetBlobClient(await app.Drop()), Cancellation);

        Assert.Equal(ArrivalState.Published, outcome.Arrival?.State);
        // It waits longer from attempt to attempt.
        Assert.InRange(outage.Failed, 3, 12);
    }

    [Fact]
    public async Task A_longer_outage_fails_the_run_within_the_time_limit_of_a_function()
    {
        var time = new PassingTime();
        using var app = await IntakeFixture.Create(storage, time, new Outage());
        var begun = time.GetUtcNow();
        var blob = app.Reports.GetBlobClient(await app.Drop());

        await Assert.ThrowsAsync<RequestFailedException>(() => app.Intake.TakeIn(blob, Cancellation));

        Assert.InRange((time.GetUtcNow() - begun).TotalMinutes, 2, 4);
    }

    [Fact]
    public async Task A_stop_of_the_host_ends_the_run_and_the_next_one_completes_it()
    {
        // The host stops while the run waits for its next attempt.
        using var stop = new CancellationTokenSource();
        using var app = await IntakeFixture.Create(storage, new PassingTime { InsteadOfPassing = stop.Cancel }, new Outage());
        var name = await app.Drop();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Intake.TakeIn(app.Reports.GetBlobClient(name), stop.Token));

        using var next = app.Another(TimeProvider.System);
        Assert.Equal(ArrivalState.Published, (await next.Intake.TakeIn(next.Reports.GetBlobClient(name), Cancellation)).Arrival?.State);
    }

    [Fact]
    public async Task A_blob_that_was_deleted_before_its_event_is_no_failure()
    {
        using var app = await IntakeFixture.Create(storage, TimeProvider.System);

        var outcome = await app.Intake.TakeIn(app.Reports.GetBlobClient("no/such.pdf"), Cancellation);

        Assert.Equal((null, null), (outcome.Arrival, outcome.Fault));
        Assert.Empty(await app.Ledger.ListArrivals(10, null, Cancellation));
    }

    [Fact]
    public async Task A_fault_of_the_reader_is_recorded_and_not_thrown_so_that_the_host_does_not_retry()
    {
        using var app = await IntakeFixture.Create(storage, TimeProvider.System, limits: IntakeFixture.Faulty);

        var outcome = await app.Intake.TakeIn(app.Reports.GetBlobClient(await app.Drop()), Cancellation);

        Assert.IsAssignableFrom<ArgumentException>(outcome.Fault);
        Assert.NotNull(outcome.Fault!.StackTrace);
        var arrival = await app.OnlyArrival();
        Assert.Equal((ArrivalState.Received, ReportIngestor.ReadingFailed, null), (arrival.State, arrival.Error?.Code, arrival.NextTry));
        Assert.NotNull(arrival.Sha256);
    }

    [Fact]
    public async Task A_second_delivery_that_fails_later_leaves_a_published_arrival_as_it_is()
    {
        using var app = await IntakeFixture.Create(storage, TimeProvider.System);
        var blob = app.Reports.GetBlobClient(await app.Drop());
        await using var described = await Blobs.IncomingBlob.Describe(blob, Cancellation);
        // Both deliveries see it unread; the first one publishes.
        var seen = await app.Ingestor.Receive(described, Cancellation);
        await app.Intake.TakeIn(blob, Cancellation);

        var late = await app.Ingestor.RecordFault(seen, new InvalidOperationException(), Cancellation);

        Assert.Equal((ArrivalState.Published, null), (late.State, late.Error));
        Assert.Equal(ArrivalState.Published, (await app.OnlyArrival()).State);
    }
}
