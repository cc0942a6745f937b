using DetainerLedger.Publishing;

namespace DetainerLedger.Storage.Tests;

public sealed class PublishingTests(Storage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_published_is_read_back_whole()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        var edition = Made.Edition(1, "first", Made.Report(Made.Id(1)));

        var outcome = await ledger.Publish(edition, Cancellation);

        Assert.True(outcome.Changed);
        var revision = Assert.Single((await ledger.ReadIndex(Cancellation)).Now.Weeks);
        Assert.Equal(edition.AsRevision(1), revision);
        Assert.Equivalent(edition.Report, (await ledger.ReadReport(revision, Cancellation)).Report, strict: true);
    }

    [Fact]
    public async Task A_jurisdiction_is_read_back_with_all_its_rows_and_no_others()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        var report = Made.Report(Made.Id(1));
        await ledger.Publish(Made.Edition(1, "first", report), Cancellation);

        var facts = Assert.Single(await ledger.ReadJurisdiction(Made.Place(0).Id!, Cancellation));

        Assert.Equal(report.Declines.Where(row => row.Jurisdiction == Made.Place(0)), facts.Declines);
        Assert.True(facts.Declines.Count > 100);
        Assert.Equal(65, Assert.Single(facts.Issued).Issued);
        Assert.Empty(await ledger.ReadJurisdiction("tx-county", Cancellation));
    }

    [Fact]
    public async Task What_fills_several_entities_comes_back_in_order()
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name, new RequestLog());
        var words = new Random(5);
        var report = Made.Report(Made.Id(1), declined: 9_000);
        // What can't be compressed: random letters.
        report = report with { Declines = [.. report.Declines.Select(row => row with { Reason = new string([.. Enumerable.Range(0, 400).Select(_ => (char)words.Next(33, 126))]) })] };

        var revision = (await ledger.Publish(Made.Edition(1, "long", report), Cancellation)).Revision;

        using var other = storage.Open(name);
        Assert.Equal(report.Declines, (await other.ReadReport(revision, Cancellation)).Report.Declines);
        Assert.Equal(
            report.Declines.Where(row => row.Jurisdiction == Made.Place(0)),
            Assert.Single(await other.ReadJurisdiction(Made.Place(0).Id!, Cancellation)).Declines);
    }

    [Fact]
    public async Task Other_facts_make_a_new_revision_and_the_old_one_stays()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        var first = await ledger.Publish(Made.Edition(1, "first"), Cancellation);
        var second = await ledger.Publish(Made.Edition(2, "second"), Cancellation);

        var index = await ledger.ReadIndex(Cancellation);
        Assert.Equal([1, 2], index.Now.Revisions(Made.Week).Select(revision => revision.Number));
        Assert.Equal(second.Revision, index.Now.Find(Made.Week));
        Assert.Equal(first.Revision, index.AsOf(first.Revision.PublishedAt).Find(Made.Week));
        Assert.Equal(2, (await ledger.ReadJurisdiction(Made.Place(0).Id!, Cancellation)).Count);
    }

    [Fact]
    public async Task The_same_facts_from_another_file_change_nothing()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        var first = await ledger.Publish(Made.Edition(1, "same"), Cancellation);
        var second = await ledger.Publish(Made.Edition(2, "same"), Cancellation);

        Assert.False(second.Changed);
        Assert.Equal(first.Revision, second.Revision);
    }

    [Fact]
    public async Task To_say_again_what_was_said_before_the_last_revision_is_a_change()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        await ledger.Publish(Made.Edition(1, "first"), Cancellation);
        await ledger.Publish(Made.Edition(2, "second"), Cancellation);

        Assert.Equal(new PublishOutcome(Made.Edition(3, "first").AsRevision(3), Changed: true), await ledger.Publish(Made.Edition(3, "first"), Cancellation));
    }

    [Fact]
    public async Task A_replay_of_an_arrival_gives_the_revision_that_it_became()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        var first = await ledger.Publish(Made.Edition(1, "first"), Cancellation);
        await ledger.Publish(Made.Edition(2, "second"), Cancellation);

        Assert.Equal(first, await ledger.Publish(Made.Edition(1, "first"), Cancellation));
    }

    [Fact]
    public async Task An_old_edition_that_is_dropped_late_is_in_force_only_in_the_past()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        await ledger.Publish(Made.Edition(1, "corrected edition", releasedOn: new DateOnly(2017, 2, 20)), Cancellation);
        await ledger.Publish(Made.Edition(2, "first edition", releasedOn: new DateOnly(2017, 2, 13)), Cancellation);

        var index = await ledger.ReadIndex(Cancellation);
        Assert.Equal("corrected edition", index.Now.Find(Made.Week)!.Fingerprint);
        Assert.Equal("first edition", index.AsOf(Made.Morning.AddDays(3)).Find(Made.Week)!.Fingerprint);
        Assert.Null(index.AsOf(Made.Morning.AddDays(-3)).Find(Made.Week));
        Assert.False((await ledger.Publish(Made.Edition(3, "first edition", releasedOn: new DateOnly(2017, 2, 14)), Cancellation)).Changed);
    }

    [Fact]
    public async Task Publishers_of_one_week_at_the_same_time_each_get_a_revision()
    {
        var name = await storage.CreateLedger();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(async number =>
        {
            using var ledger = storage.Open(name);
            return await ledger.Publish(Made.Edition(number, $"edition {number}"), Cancellation);
        }));

        Assert.Equal([1, 2, 3, 4, 5, 6], outcomes.Select(outcome => outcome.Revision.Number).Order());
        using var reader = storage.Open(name);
        foreach (var revision in (await reader.ReadIndex(Cancellation)).Now.Revisions(Made.Week))
            Assert.All((await reader.ReadReport(revision, Cancellation)).Report.Declines, row => Assert.Equal(revision.Source.ReportId, row.Source.ReportId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_publisher_that_is_overtaken_takes_the_next_number_and_loses_nothing(bool weekIsKnown)
    {
        var name = await storage.CreateLedger();
        using var quick = storage.Open(name);
        if (weekIsKnown) await quick.Publish(Made.Edition(1, "known"), Cancellation);
        using var slow = storage.Open(name, new BeforeTransaction(() => quick.Publish(Made.Edition(2, "overtaking"), Cancellation)));

        await slow.Publish(Made.Edition(3, "overtaken"), Cancellation);

        string[] expected = weekIsKnown ? ["known", "overtaking", "overtaken"] : ["overtaking", "overtaken"];
        var revisions = (await quick.ReadIndex(Cancellation)).Now.Revisions(Made.Week);
        Assert.Equal(expected, revisions.Select(revision => revision.Fingerprint));
        Assert.Equal(Enumerable.Range(1, expected.Length), revisions.Select(revision => revision.Number));
    }

    [Fact]
    public async Task The_same_arrival_at_two_instances_becomes_one_revision()
    {
        var name = await storage.CreateLedger();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(async _ =>
        {
            using var ledger = storage.Open(name);
            return await ledger.Publish(Made.Edition(1, "first"), Cancellation);
        }));

        Assert.Equal(new PublishOutcome(Made.Edition(1, "first").AsRevision(1), Changed: true), Assert.Single(outcomes.Distinct()));
    }

    [Fact]
    public async Task A_notice_is_added_once_whatever_its_file_is_called()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        Assert.True(await ledger.Publish(Made.Notice(1, "notice"), Cancellation));
        Assert.True(await ledger.Publish(Made.Notice(1, "notice"), Cancellation));
        Assert.False(await ledger.Publish(Made.Notice(2, "notice"), Cancellation));
        Assert.True(await ledger.Publish(Made.Notice(3, "another notice"), Cancellation));

        var index = await ledger.ReadIndex(Cancellation);
        Assert.Equal([Made.Id(1), Made.Id(3)], index.Now.Notices.Select(notice => notice.ReportId));
        Assert.Equal(2, index.Now.Corrections(Made.Week).Count);
        Assert.Empty(index.AsOf(Made.Morning).Corrections(Made.Week));
    }
}
