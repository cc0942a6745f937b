using Azure;
using DetainerLedger.History;
using DetainerLedger.Publishing;

namespace DetainerLedger.Storage.Tests;

/// <summary>Kills a publication at each of its requests in turn: the ledger is as before or as after, and a retry completes it.</summary>
public sealed class InterruptionTests(Storage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_publication_that_is_killed_leaves_the_ledger_as_before_or_as_after(bool afterwards)
    {
        var before = Made.Edition(1, "first");
        var next = Made.Edition(2, "second", Made.Report(Made.Id(2), declined: 40, listed: 30));
        var (killed, visible) = (0, 0);
        for (var request = 1; ; request++)
        {
            var name = await storage.CreateLedger();
            using (var publisher = storage.Open(name)) await publisher.Publish(before, Cancellation);

            var failing = new FailingRequest(request, afterwards);
            using (var dying = storage.Open(name, failing))
            {
                if (await Record(() => dying.Publish(next, Cancellation)) is null)
                {
                    Assert.False(failing.HasFailed);
                    break;
                }
            }

            killed++;
            using var survivor = storage.Open(name);
            var standing = (await survivor.ReadIndex(Cancellation)).Now.Weeks.Single();
            if (standing.Number == 1) await AssertHolds(survivor, before, 1);
            else visible++;

            // The host runs it again, in a process of its own.
            Assert.Equal(new PublishOutcome(next.AsRevision(2), Changed: true), await survivor.Publish(next, Cancellation));
            await AssertHolds(survivor, next, 2);
        }

        // Reading the entry, writing 28 states, the report and its counts, moving the entry.
        Assert.Equal(32, killed);
        Assert.Equal(afterwards ? 1 : 0, visible);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_notice_that_is_killed_is_there_or_not(bool afterwards)
    {
        var name = await storage.CreateLedger();
        using (var dying = storage.Open(name, new FailingRequest(1, afterwards)))
            Assert.NotNull(await Record(() => dying.Publish(Made.Notice(1, "notice"), Cancellation)));

        using var survivor = storage.Open(name);
        Assert.Equal(afterwards ? 1 : 0, (await survivor.ReadIndex(Cancellation)).Now.Notices.Count);
        Assert.True(await survivor.Publish(Made.Notice(1, "notice"), Cancellation));
        Assert.Single((await survivor.ReadIndex(Cancellation)).Now.Notices);
    }

    private static async Task AssertHolds(TableLedger ledger, Edition edition, int number)
    {
        var revision = (await ledger.ReadIndex(Cancellation)).Now.Weeks.Single();
        Assert.Equal(edition.AsRevision(number), revision);
        Assert.Equal(edition.Report.Declines, (await ledger.ReadReport(revision, Cancellation)).Report.Declines);
        foreach (var expected in JurisdictionWeeks.Of(edition.Report, edition.Source.ReportId))
        {
            var facts = (await ledger.ReadJurisdiction(expected.Jurisdiction.Id!, Cancellation)).Single(fact => fact.ReportId == edition.Source.ReportId);
            Assert.Equal(expected.Declines, facts.Declines);
            Assert.Equal(expected.Issued, facts.Issued);
            Assert.Equal(expected.Listings.Count, facts.Listings.Count);
        }
    }

    private static async Task<Exception?> Record(Func<Task> publication)
    {
        try
        {
            await publication();
            return null;
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            return failure;
        }
    }
}
