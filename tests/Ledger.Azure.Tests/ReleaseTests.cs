using DetainerLedger.Publishing;

namespace DetainerLedger.Storage.Tests;

/// <summary>A file that came without the day of its release, and comes again with it.</summary>
public sealed class ReleaseTests(Storage storage)
{
    private static readonly DateOnly Released = new(2017, 2, 6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_facts_with_their_release_day_add_it_to_the_revision_without_one()
    {
        using var ledger = storage.Open(await storage.CreateLedger(), freshForSeconds: 3600);
        var first = (await ledger.Publish(Made.Edition(1, "same"), Cancellation)).Revision;
        Assert.Null((await ledger.ReadIndex(Cancellation)).AsOf(Made.Morning.AddDays(-1)).Find(Made.Week));

        var again = await ledger.Publish(Made.Edition(2, "same", releasedOn: Released), Cancellation);

        Assert.False(again.Changed);
        Assert.Equal(first with { ReleasedOn = Released }, again.Revision);
        var index = await ledger.ReadIndex(Cancellation);
        Assert.Equal([again.Revision], index.Now.Revisions(Made.Week));
        Assert.Equal(again.Revision, index.AsOf(Made.Morning.AddDays(-1)).Find(Made.Week));
    }

    [Fact]
    public async Task Told_once_it_stays()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        await ledger.Publish(Made.Edition(1, "same", releasedOn: Released), Cancellation);

        await ledger.Publish(Made.Edition(2, "same", releasedOn: Released.AddDays(-1)), Cancellation);
        await ledger.Publish(Made.Edition(3, "same"), Cancellation);

        Assert.Equal(Released, Assert.Single((await ledger.ReadIndex(Cancellation)).Now.Revisions(Made.Week)).ReleasedOn);
    }

    [Fact]
    public async Task A_release_after_the_file_came_is_not_believed()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        var first = (await ledger.Publish(Made.Edition(1, "same"), Cancellation)).Revision;

        var again = await ledger.Publish(Made.Edition(2, "same", releasedOn: new DateOnly(2017, 2, 14)), Cancellation);

        Assert.Equal((first, false), (again.Revision, again.Changed));
    }

    [Fact]
    public async Task Two_callers_who_add_it_at_the_same_time_do_not_lose_a_revision()
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name);
        await ledger.Publish(Made.Edition(1, "same"), Cancellation);

        await Task.WhenAll(
            ledger.Publish(Made.Edition(2, "same", releasedOn: Released), Cancellation),
            ledger.Publish(Made.Edition(3, "other"), Cancellation),
            ledger.Publish(Made.Edition(4, "another"), Cancellation));

        var revisions = (await ledger.ReadIndex(Cancellation)).Now.Revisions(Made.Week);
        Assert.Superset(new HashSet<string> { "same", "other", "another" }, revisions.Select(revision => revision.Fingerprint).ToHashSet());
        Assert.Contains(revisions, revision => revision.ReleasedOn == Released);
    }

    [Fact]
    public async Task An_operator_adds_the_day_and_the_order_follows()
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name, freshForSeconds: 3600);
        await ledger.Publish(Made.Edition(1, "live"), Cancellation);
        await ledger.Publish(Made.Edition(2, "backfilled", releasedOn: Released.AddDays(1)), Cancellation);
        var before = await ledger.ReadIndex(Cancellation);
        Assert.Equal("live", before.Now.Latest!.Fingerprint);

        var (decision, inForce) = await ledger.AddRelease(Made.Week, 1, Released, Cancellation);

        Assert.IsType<ReleaseDecision.Added>(decision);
        Assert.False(inForce);
        var after = await ledger.ReadIndex(Cancellation);
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal("backfilled", after.Now.Latest!.Fingerprint);
        Assert.IsType<ReleaseDecision.Unchanged>((await ledger.AddRelease(Made.Week, 1, Released, Cancellation)).Decision);
        Assert.IsType<ReleaseDecision.NotFound>((await ledger.AddRelease(Made.Week.AddDays(7), 1, Released, Cancellation)).Decision);
    }

    [Fact]
    public async Task A_day_that_is_added_while_another_publishes_loses_neither()
    {
        var name = await storage.CreateLedger();
        using var quick = storage.Open(name);
        await quick.Publish(Made.Edition(1, "undated"), Cancellation);
        using var slow = storage.Open(name, new BeforeTransaction(() => quick.Publish(Made.Edition(2, "overtaking"), Cancellation)));

        await slow.AddRelease(Made.Week, 1, Released, Cancellation);

        Assert.Equal(
            [("undated", Released), ("overtaking", null)],
            (await quick.ReadIndex(Cancellation)).Now.Revisions(Made.Week).Select(revision => (revision.Fingerprint, revision.ReleasedOn)));
    }

    [Fact]
    public async Task The_same_facts_released_again_are_remembered_for_an_edition_from_in_between()
    {
        var name = await storage.CreateLedger();
        using (var ledger = storage.Open(name))
        {
            await ledger.Publish(Made.Edition(1, "a", releasedOn: Released), Cancellation);
            await ledger.Publish(Made.Edition(2, "a", releasedOn: Released.AddDays(4)), Cancellation);
            await ledger.Publish(Made.Edition(3, "b", releasedOn: Released.AddDays(2)), Cancellation);
        }

        using var reader = storage.Open(name);
        var index = await reader.ReadIndex(Cancellation);
        Assert.Equal("a", index.Now.Latest!.Fingerprint);
        Assert.Equal("b", index.AsOf(Made.Morning.AddDays(-4)).Latest!.Fingerprint);
        Assert.Equal("a", index.AsOf(Made.Morning.AddDays(-6)).Latest!.Fingerprint);
    }
}
