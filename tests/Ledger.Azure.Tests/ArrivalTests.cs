using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tests;

public sealed class ArrivalTests(Storage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_arrival_is_written_down_once_and_keeps_what_became_of_it()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        var settled = Made.Arrival(1) with
        {
            Sha256 = new string('b', 64),
            Format = "pdf",
            ReleasedOn = new DateOnly(2017, 2, 13),
            State = ArrivalState.Rejected,
            Week = Made.Week,
            Revision = 3,
            Error = new Refusal(RefusalCodes.DamagedFile, "It breaks off.", 7, "declined"),
            Checks = [new Check("unresolved-jurisdiction", CheckSeverity.Warning, "No state.", new SourceLocation(Made.Id(1), 3, 12))],
        };

        Assert.Equal(ArrivalState.Received, (await ledger.Receive(Made.Arrival(1), Cancellation)).State);
        await ledger.Settle(settled, Cancellation);
        var again = await ledger.Receive(Made.Arrival(1), Cancellation);

        Assert.Equal(settled with { Checks = again.Checks }, again);
        Assert.Equal(settled.Checks, again.Checks);
        Assert.Equal(again with { Checks = [] }, (await ledger.FindArrival(Made.Id(1), Cancellation))! with { Checks = [] });
        Assert.Null(await ledger.FindArrival(Made.Id(2), Cancellation));
    }

    [Fact]
    public async Task A_failure_that_is_reported_late_does_not_replace_what_was_published()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        await ledger.Receive(Made.Arrival(1), Cancellation);
        var published = Made.Arrival(1) with { State = ArrivalState.Published, Week = Made.Week, Revision = 1 };
        await ledger.Settle(published, Cancellation);

        var rejected = Made.Arrival(1) with { State = ArrivalState.Rejected, Error = new Refusal(RefusalCodes.TooLarge, "It took too long.") };
        var waiting = Made.Arrival(1) with { Error = new Refusal("storage-unavailable", "Later."), NextTry = Made.Morning };

        foreach (var late in new[] { rejected, waiting })
        {
            Assert.Equal(ArrivalState.Published, (await ledger.Settle(late, Cancellation)).State);
            Assert.Equal(ArrivalState.Published, (await ledger.FindArrival(Made.Id(1), Cancellation))!.State);
        }
    }

    [Fact]
    public async Task Arrivals_are_listed_newest_first_page_by_page()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        foreach (var number in new[] { 3, 1, 5, 2, 4 }) await ledger.Receive(Made.Arrival(number), Cancellation);

        var listed = new List<ArrivalId>();
        ArrivalId? after = null;
        while (await ledger.ListArrivals(2, after, Cancellation) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 2);
            listed.AddRange(page.Select(arrival => arrival.Id));
            after = listed[^1];
        }

        Assert.Equal(new[] { 5, 4, 3, 2, 1 }.Select(Made.Id), listed);
    }
}
