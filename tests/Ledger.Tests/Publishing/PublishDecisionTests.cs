using DetainerLedger.Publishing;

namespace DetainerLedger.Tests.Publishing;

public sealed class PublishDecisionTests
{
    private static readonly DateOnly First = new(2017, 2, 6);
    private static readonly DateOnly Second = new(2017, 2, 13);
    private static readonly DateOnly Third = new(2017, 2, 20);

    private readonly EventfulWeek _week = new();

    [Fact]
    public void Dated_editions_answer_the_same_in_every_order_of_arrival()
    {
        foreach (var order in Orders.Of<(string Facts, DateOnly Day)>([("a", First), ("b", Second), ("c", Third)]))
        {
            var week = new EventfulWeek();
            foreach (var (facts, day) in order) week.Drop(facts, day);

            Assert.Equal(
                [null, "a", "a", "b", "b", "c", "c"],
                [
                    week.Facts(First.AddDays(-1)), week.Facts(First), week.Facts(Second.AddDays(-1)), week.Facts(Second),
                    week.Facts(Third.AddDays(-1)), week.Facts(Third), week.Facts(),
                ]);
        }
    }

    [Fact]
    public void An_edition_that_was_released_again_is_in_force_again_in_every_order_of_arrival()
    {
        foreach (var order in Orders.Of<(string Facts, DateOnly Day)>([("a", First), ("b", Second), ("a", Third)]))
        {
            var week = new EventfulWeek();
            foreach (var (facts, day) in order) week.Drop(facts, day);

            Assert.Equal(
                [null, "a", "b", "a", "a"],
                [week.Facts(First.AddDays(-1)), week.Facts(First), week.Facts(Second), week.Facts(Third), week.Facts()]);
        }
    }

    [Fact]
    public void A_first_edition_that_is_backfilled_with_its_day_does_not_supersede_a_live_one_without_a_day()
    {
        _week.Drop("live");

        var decision = Assert.IsType<PublishDecision.NewRevision>(_week.Drop("first", First));

        var outcome = PublishOutcome.Of(decision, _week.Revisions);
        Assert.Equal("live", outcome.SupersededBy?.Fingerprint);
        Assert.Equal(("live", "first"), (_week.Facts(), _week.Facts(First)));
    }

    [Fact]
    public void An_undated_edition_counts_from_its_publication_here_and_its_day_can_be_added_later()
    {
        _week.Drop("live");
        _week.Drop("second", Second);
        Assert.Equal("live", _week.Facts());

        _week.AddRelease(1, First);

        Assert.Equal(("second", "live"), (_week.Facts(), _week.Facts(First)));
    }

    [Fact]
    public void Of_two_editions_of_one_day_the_later_number_is_in_force()
    {
        _week.Drop("morning", First);
        _week.Drop("evening", First);

        Assert.Equal("evening", _week.Facts(First));
    }

    [Fact]
    public void Of_two_publishers_at_once_the_one_that_began_first_and_finishes_last_is_in_force()
    {
        var begunFirst = _week.Edition("begun first");
        _week.Now = _week.Now.AddSeconds(1);
        _week.Drop("finished first");

        _week.Carry(_week.Decide(begunFirst));

        Assert.Equal([_week.Now, _week.Now], _week.Revisions.Select(revision => revision.PublishedAt));
        Assert.Equal("begun first", _week.Facts());
    }

    [Fact]
    public void What_is_in_force_already_changes_nothing()
    {
        _week.Drop("same");

        Assert.Equal(new PublishDecision.Unchanged(_week.Revisions[0], ReadDifferently: false), _week.Drop("same"));
        Assert.Single(_week.Revisions);
    }

    [Fact]
    public void To_say_again_what_was_said_before_the_last_revision_is_a_change()
    {
        _week.Drop("first");
        _week.Drop("second");

        Assert.Equal(3, Assert.IsType<PublishDecision.NewRevision>(_week.Drop("first")).Revision.Number);
    }

    [Fact]
    public void A_replay_is_the_revision_that_it_became_and_its_outcome_stays()
    {
        var edition = _week.Edition("first");
        _week.Carry(_week.Decide(edition));
        _week.Drop("second");

        var replay = Assert.IsType<PublishDecision.Replay>(_week.Decide(edition));

        Assert.Equal(new PublishOutcome(_week.Revisions[0], Changed: true), PublishOutcome.Of(replay, _week.Revisions));
    }

    [Fact]
    public void The_same_facts_with_their_day_give_it_to_the_first_revision_that_it_can_be_of()
    {
        _week.Drop("a");
        _week.Now = _week.Now.AddDays(1);
        _week.Drop("b");
        _week.Now = _week.Now.AddDays(1);
        _week.Drop("a");

        var decision = Assert.IsType<PublishDecision.AddedReleaseDay>(_week.Drop("a", First));

        Assert.Equal((1, First), (decision.Revision.Number, decision.Revision.ReleasedOn));
        Assert.Equal("a", _week.Facts());
    }

    [Fact]
    public void A_release_after_the_file_came_is_not_its_release()
    {
        _week.Drop("same");

        Assert.IsType<PublishDecision.Unchanged>(_week.Drop("same", DateOnly.FromDateTime(_week.Now.UtcDateTime).AddDays(1)));
        Assert.Null(_week.Revisions[0].ReleasedOn);
    }

    [Fact]
    public void The_same_bytes_read_by_another_version_of_the_reader_are_no_revision()
    {
        _week.Drop("as read then", bytes: "file", reader: "1");

        Assert.Equal(new PublishDecision.Unchanged(_week.Revisions[0], ReadDifferently: true), _week.Drop("as read now", bytes: "file", reader: "2"));
    }

    [Fact]
    public void A_revision_without_a_version_of_the_reader_is_of_another_version()
    {
        var old = _week.Edition("as read then", bytes: "file").AsRevision(1) with { Reader = null };
        _week.Carry(new PublishDecision.NewRevision(old));

        Assert.IsType<PublishDecision.Unchanged>(_week.Drop("as read now", bytes: "file"));
    }
}
