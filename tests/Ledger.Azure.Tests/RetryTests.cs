using DetainerLedger.Ingest;
using DetainerLedger.Storage.Intake;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DetainerLedger.Storage.Tests;

/// <summary>Files that the Functions host gave up on, since storage failed.</summary>
public sealed class RetryTests(Storage storage)
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(6);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_tried_again_when_it_is_due_and_shows_when_that_is()
    {
        using var app = await IntakeFixture.Create(storage, _time);
        var name = await app.Drop();

        var due = await app.Retries.Schedule(name, Cancellation);

        Assert.Equal(_time.GetUtcNow().AddMinutes(5), due);
        var waiting = await app.OnlyArrival();
        Assert.Equal((ArrivalState.Received, ReportRetries.StorageUnavailable, due), (waiting.State, waiting.Error?.Code, waiting.NextTry));
        Assert.Empty(await app.RunDue());
        _time.Advance(Later);
        Assert.Equal(ArrivalState.Published, Assert.Single(await app.RunDue()).Arrival?.State);
        var published = await app.OnlyArrival();
        Assert.Equal((ArrivalState.Published, null, null), (published.State, published.Error, published.NextTry));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await app.RunDue());
    }

    [Fact]
    public async Task A_message_that_comes_twice_does_not_begin_anew()
    {
        using var app = await IntakeFixture.Create(storage, _time);
        var name = await app.Drop();
        var due = await app.Retries.Schedule(name, Cancellation);
        _time.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(due, await app.Retries.Schedule(name, Cancellation));

        _time.Advance(Later);
        Assert.Single(await app.RunDue());
        Assert.Null(await app.Retries.Schedule(name, Cancellation));
    }

    [Fact]
    public async Task One_that_was_published_after_all_is_not_tried_again()
    {
        using var app = await IntakeFixture.Create(storage, _time);
        var name = await app.Drop();
        await app.Intake.TakeIn(app.Reports.GetBlobClient(name), Cancellation);

        Assert.Null(await app.Retries.Schedule(name, Cancellation));
        Assert.Equal(ArrivalState.Published, (await app.OnlyArrival()).State);
    }

    [Fact]
    public async Task One_that_waits_for_a_person_is_not_tried_again()
    {
        using var app = await IntakeFixture.Create(storage, _time, limits: IntakeFixture.Faulty);
        var name = await app.Drop();
        await app.Intake.TakeIn(app.Reports.GetBlobClient(name), Cancellation);

        Assert.Null(await app.Retries.Schedule(name, Cancellation));
        Assert.Equal(ReportIngestor.ReadingFailed, (await app.OnlyArrival()).Error?.Code);
    }

    [Fact]
    public async Task A_fault_of_the_reader_at_a_further_attempt_waits_for_a_person()
    {
        using var app = await IntakeFixture.Create(storage, _time, limits: IntakeFixture.Faulty);
        await app.Retries.Schedule(await app.Drop(), Cancellation);
        _time.Advance(Later);

        var outcome = Assert.Single(await app.RunDue());

        Assert.NotNull(outcome.Fault);
        Assert.False(outcome.StorageFailed);
        var arrival = await app.OnlyArrival();
        Assert.Equal((ReportIngestor.ReadingFailed, null), (arrival.Error?.Code, arrival.NextTry));
        _time.Advance(TimeSpan.FromHours(5));
        Assert.Empty(await app.RunDue());
    }

    [Fact]
    public async Task An_outage_that_goes_on_moves_the_next_try_from_minutes_to_hours_and_ends_after_a_day()
    {
        var outage = new Outage { Lasts = () => false };
        using var app = await IntakeFixture.Create(storage, _time);
        // The files are away; the tables, which hold what is due, answer.
        var name = await app.Drop();
        var retries = new ReportRetries(
            storage.Tables(app.Name), app.Ledger, app.Ingestor, app.Intake, storage.Blobs(outage), Options.Create(new IngestOptions()), _time);
        await retries.Schedule(name, Cancellation);
        outage.Lasts = () => true;

        var waits = new List<double>();
        while (true)
        {
            var next = (await app.OnlyArrival()).NextTry;
            Assert.NotNull(next);
            _time.SetUtcNow(next.Value);
            var outcome = Assert.Single(await retries.RunDue(Cancellation).ToListAsync(Cancellation));
            Assert.True(outcome.StorageFailed);
            if (outcome.GivenUp) break;
            waits.Add((outcome.NextTry!.Value - _time.GetUtcNow()).TotalMinutes);
        }

        Assert.Equal([10, 20, 40, 80, 160, 240, 240, 240, 240, 240], waits);
        var given = await app.OnlyArrival();
        Assert.Equal((ArrivalState.Received, ReportRetries.StorageUnavailable, null), (given.State, given.Error?.Code, given.NextTry));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await retries.RunDue(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task While_the_files_are_away_a_file_is_scheduled_all_the_same()
    {
        var outage = new Outage();
        using var app = await IntakeFixture.Create(storage, _time);
        var name = await app.Drop();
        var retries = new ReportRetries(
            storage.Tables(app.Name), app.Ledger, app.Ingestor, app.Intake, storage.Blobs(outage), Options.Create(new IngestOptions()), _time);

        Assert.NotNull(await retries.Schedule(name, Cancellation));

        _time.Advance(Later);
        Assert.Equal(ArrivalState.Published, Assert.Single(await app.RunDue()).Arrival?.State);
    }

    [Fact]
    public async Task The_first_failure_of_a_run_leaves_the_other_files_due()
    {
        var outage = new Outage { Lasts = () => false };
        using var app = await IntakeFixture.Create(storage, _time);
        var retries = new ReportRetries(
            storage.Tables(app.Name), app.Ledger, app.Ingestor, app.Intake, storage.Blobs(outage), Options.Create(new IngestOptions()), _time);
        foreach (var name in new[] { await app.Drop(1), await app.Drop(2), await app.Drop(3) }) await retries.Schedule(name, Cancellation);
        _time.Advance(Later);
        outage.Lasts = () => true;

        Assert.Single(await retries.RunDue(Cancellation).ToListAsync(Cancellation));

        Assert.Equal(2, (await app.RunDue()).Count);
        _time.Advance(TimeSpan.FromMinutes(11));
        Assert.Single(await app.RunDue());
    }

    [Fact]
    public async Task One_that_is_overwritten_meanwhile_is_read_as_it_is_now_and_the_earlier_version_does_not_wait_for_ever()
    {
        using var app = await IntakeFixture.Create(storage, _time);
        var name = await app.Drop(100);
        await app.Retries.Schedule(name, Cancellation);
        await app.Drop(200, over: name);
        _time.Advance(Later);

        Assert.Equal(ArrivalState.Published, Assert.Single(await app.RunDue()).Arrival?.State);

        var arrivals = await app.Ledger.ListArrivals(10, null, Cancellation);
        Assert.Equal(2, arrivals.Count);
        Assert.Single(arrivals, arrival => arrival.State == ArrivalState.Published);
        Assert.Single(arrivals, arrival => arrival is { State: ArrivalState.Rejected, Error.Code: "overwritten", NextTry: null });
        Assert.Equal(200, (await app.Ledger.ReadIndex(Cancellation)).Now.Latest!.Totals.DetainersIssued);
    }

    [Fact]
    public async Task One_that_is_deleted_meanwhile_is_rejected_as_that()
    {
        using var app = await IntakeFixture.Create(storage, _time);
        var name = await app.Drop();
        await app.Retries.Schedule(name, Cancellation);
        await app.Reports.DeleteBlobAsync(name, cancellationToken: Cancellation);
        _time.Advance(Later);

        var outcome = Assert.Single(await app.RunDue());

        Assert.Equal((null, null), (outcome.Arrival, outcome.Fault));
        var arrival = await app.OnlyArrival();
        Assert.Equal((ArrivalState.Rejected, "deleted"), (arrival.State, arrival.Error?.Code));
        Assert.Null(await app.Retries.Schedule(name, Cancellation));
    }

    [Fact]
    public async Task Of_two_instances_one_runs_an_attempt()
    {
        using var app = await IntakeFixture.Create(storage, _time);
        using var other = app.Another(_time);
        await app.Retries.Schedule(await app.Drop(), Cancellation);
        _time.Advance(Later);

        var outcomes = await Task.WhenAll(app.RunDue(), other.RunDue());

        Assert.Single(outcomes.SelectMany(outcome => outcome));
        Assert.Single((await app.Ledger.ReadIndex(Cancellation)).Now.Revisions(new DateOnly(2017, 2, 4)));
    }

    [Fact]
    public async Task An_attempt_whose_process_ended_is_made_again_and_a_file_that_ends_every_process_waits_for_a_person()
    {
        using var app = await IntakeFixture.Create(storage, _time);
        await app.Retries.Schedule(await app.Drop(), Cancellation);
        for (var attempt = 0; attempt < ReportRetries.UnfinishedAttempts; attempt++)
        {
            _time.Advance(TimeSpan.FromMinutes(13));
            using var dying = app.Another(_time, new FailingRequest(3, afterwards: false));
            await End(dying);
        }

        _time.Advance(TimeSpan.FromMinutes(13));
        var outcome = Assert.Single(await app.RunDue());

        Assert.NotNull(outcome.Fault);
        Assert.Equal(ReportIngestor.ReadingFailed, (await app.OnlyArrival()).Error?.Code);
        _time.Advance(TimeSpan.FromMinutes(13));
        Assert.Empty(await app.RunDue());

        // After the list and the claim every request fails, as the recording of the failure does.
        static async Task End(IntakeFixture dying)
        {
            try
            {
                await dying.RunDue();
                Assert.Fail("The process did not end.");
            }
            catch (Azure.RequestFailedException)
            {
                // As if it had ended here.
            }
        }
    }

}
