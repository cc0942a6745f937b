using DetainerLedger.Checks.Revisions;
using DetainerLedger.History;
using DetainerLedger.Publishing;

namespace DetainerLedger.Tests.Publishing;

public sealed class SightingDecisionTests
{
    private const string Address = "https://source.example/report.pdf";
    private const string Elsewhere = "https://source.example/archive/report.pdf";

    private static readonly DateTimeOffset First = new(2017, 2, 6, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Second = First.AddDays(7);
    private static readonly DateTimeOffset Third = First.AddDays(14);

    private readonly EventfulWeek _week = new();

    [Fact]
    public void A_sighted_edition_is_known_from_the_sighting()
    {
        _week.Drop("a", seenAt: First, at: Address);

        var revision = Assert.Single(_week.Revisions);
        Assert.Equal((First, Address, First), (revision.SeenAt, revision.SourceAddress, revision.KnownFrom));
        Assert.Equal((null, "a"), (_week.Facts(First.AddTicks(-1)), _week.Facts(First)));
    }

    [Fact]
    public void A_source_that_returns_to_an_earlier_file_ends_with_it_in_force_in_every_order_of_arrival()
    {
        foreach (var order in Orders.Of<(string Facts, DateTimeOffset At)>([("a", First), ("b", Second), ("a", Third)]))
        {
            var week = new EventfulWeek();
            foreach (var (facts, at) in order) week.Drop(facts, seenAt: at, at: Address);

            Assert.Equal(
                [null, "a", "a", "b", "b", "a", "a"],
                [
                    week.Facts(First.AddTicks(-1)), week.Facts(First), week.Facts(Second.AddTicks(-1)), week.Facts(Second),
                    week.Facts(Third.AddTicks(-1)), week.Facts(Third), week.Facts(),
                ]);
        }
    }

    [Fact]
    public void A_source_that_alternates_answers_the_same_in_every_order_of_arrival()
    {
        foreach (var order in Orders.Of<(string Facts, int Day)>([("a", 0), ("b", 1), ("a", 2), ("c", 3), ("a", 4)]))
        {
            var week = new EventfulWeek();
            foreach (var (facts, day) in order) week.Drop(facts, seenAt: First.AddDays(day), at: Address);

            Assert.Equal("a b a c a", string.Join(' ', Enumerable.Range(0, 5).Select(day => week.Facts(First.AddDays(day).AddHours(1)))));
        }
    }

    [Fact]
    public void The_same_facts_with_an_earlier_sighting_give_the_revision_that_sighting()
    {
        _week.Drop("a", seenAt: Second, at: Address);

        var decision = Assert.IsType<PublishDecision.AddedSighting>(_week.Drop("a", seenAt: First, at: Elsewhere));

        Assert.Equal((1, First, Elsewhere), (decision.Revision.Number, decision.Revision.SeenAt, decision.Revision.SourceAddress));
        Assert.Equal([new Sighting(Second, Address)], decision.Revision.SeenAgain);
        Assert.False(PublishOutcome.Of(decision, _week.Revisions).Changed);
    }

    [Fact]
    public void An_edition_without_a_sighting_that_was_seen_before_it_was_published_here_is_known_from_the_sighting()
    {
        _week.Drop("uploaded");

        Assert.IsType<PublishDecision.AddedSighting>(_week.Drop("uploaded", seenAt: First, at: Address));

        Assert.Equal(First, Assert.Single(_week.Revisions).KnownFrom);
    }

    [Fact]
    public void An_edition_that_is_seen_only_after_it_was_published_here_stays_known_from_its_publication()
    {
        _week.Drop("uploaded");
        var published = _week.Now;
        _week.Now = published.AddDays(1);

        _week.Drop("uploaded", seenAt: _week.Now, at: Address);

        var revision = Assert.Single(_week.Revisions);
        Assert.Equal((published, published.AddDays(1)), (revision.KnownFrom, revision.SeenAt));
    }

    [Fact]
    public void A_release_day_counts_from_the_sighting_on_the_same_day_and_else_from_its_beginning()
    {
        var day = DateOnly.FromDateTime(First.UtcDateTime);
        Assert.Equal(First, Known(day, First));
        Assert.Equal(Revision.StartOf(day), Known(day, Second));
        Assert.Equal(Revision.StartOf(day), Known(day, null));

        static DateTimeOffset Known(DateOnly day, DateTimeOffset? seenAt)
        {
            var week = new EventfulWeek();
            week.Drop("a", day, seenAt: seenAt, at: Address);
            return Assert.Single(week.Revisions).KnownFrom;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_release_day_after_the_sighting_is_questioned_and_the_sighting_counts(bool together)
    {
        var day = DateOnly.FromDateTime(Second.UtcDateTime);
        if (together) _week.Drop("a", day, seenAt: First, at: Address);
        else
        {
            _week.Drop("a", seenAt: First, at: Address);
            _week.Drop("a", day);
        }

        var revision = Assert.Single(_week.Revisions);
        Assert.Equal((First, (DateOnly?)day), (revision.KnownFrom, revision.ReleasedOn));
        Assert.Equal(ReleasedAfterSeen.Code, Assert.Single(ReleasedAfterSeen.In(revision)).Code);
    }

    [Fact]
    public void A_sighting_before_the_known_release_day_is_questioned_and_counts()
    {
        _week.Drop("a", DateOnly.FromDateTime(Second.UtcDateTime));

        _week.Drop("a", seenAt: First, at: Address);

        var revision = Assert.Single(_week.Revisions);
        Assert.Equal(First, revision.KnownFrom);
        Assert.Single(ReleasedAfterSeen.In(revision));
    }

    [Fact]
    public void A_release_day_before_the_sighting_is_not_questioned()
    {
        _week.Drop("a", DateOnly.FromDateTime(First.UtcDateTime), seenAt: Second, at: Address);

        Assert.Empty(ReleasedAfterSeen.In(Assert.Single(_week.Revisions)));
    }

    [Fact]
    public void An_earlier_edition_that_is_still_linked_elsewhere_does_not_come_into_force_again()
    {
        _week.Drop("first", DateOnly.FromDateTime(First.UtcDateTime));
        _week.Drop("second", DateOnly.FromDateTime(Second.UtcDateTime));

        var decision = Assert.IsType<PublishDecision.AddedSighting>(_week.Drop("first", seenAt: Third, at: Elsewhere));

        Assert.Equal((1, Third), (decision.Revision.Number, decision.Revision.SeenAt));
        Assert.Equal("second", _week.Facts());
    }

    [Fact]
    public void An_uploaded_edition_that_replaces_the_one_in_force_at_its_address_comes_into_force_again()
    {
        _week.Drop("first", DateOnly.FromDateTime(First.UtcDateTime));
        _week.Drop("second", seenAt: Second, at: Address);

        Assert.IsType<PublishDecision.NewRevision>(_week.Drop("first", seenAt: Third, at: Address));

        Assert.Equal("first", _week.Facts());
    }

    [Fact]
    public void The_same_facts_with_a_day_that_is_known_and_counts_from_the_sighting_change_nothing()
    {
        var day = DateOnly.FromDateTime(First.UtcDateTime);
        _week.Drop("a", day, seenAt: First, at: Address);

        Assert.IsType<PublishDecision.Unchanged>(_week.Drop("a", day));
    }

    [Fact]
    public void A_sighting_that_is_known_already_changes_nothing()
    {
        _week.Drop("a", seenAt: First, at: Address);

        Assert.IsType<PublishDecision.Unchanged>(_week.Drop("a", seenAt: First, at: Address));
    }
}
