using DetainerLedger.Publishing;

namespace DetainerLedger.Tests.Publishing;

public sealed class ReleaseDecisionTests
{
    private static readonly DateOnly Day = new(2017, 2, 6);

    private readonly EventfulWeek _week = new();

    public ReleaseDecisionTests() => _week.Drop("undated");

    [Fact]
    public void A_revision_without_a_day_gets_it_and_is_known_from_its_beginning_in_UTC()
    {
        Assert.IsType<ReleaseDecision.Added>(_week.AddRelease(1, Day));

        Assert.Equal(new DateTimeOffset(2017, 2, 6, 0, 0, 0, TimeSpan.Zero), _week.Revisions[0].KnownFrom);
    }

    [Fact]
    public void The_same_day_again_changes_nothing()
    {
        _week.AddRelease(1, Day);

        Assert.IsType<ReleaseDecision.Unchanged>(_week.AddRelease(1, Day));
    }

    [Fact]
    public void A_day_stays_once_it_is_given()
    {
        _week.AddRelease(1, Day);

        Assert.IsType<ReleaseDecision.OtherDayKnown>(_week.AddRelease(1, Day.AddDays(1)));
        Assert.Equal(Day, _week.Revisions[0].ReleasedOn);
    }

    [Fact]
    public void A_day_that_began_after_the_file_came_is_refused() =>
        Assert.IsType<ReleaseDecision.AfterKnown>(_week.AddRelease(1, DateOnly.FromDateTime(_week.Now.UtcDateTime).AddDays(1)));

    [Fact]
    public void A_revision_that_the_week_has_not_is_not_found() => Assert.IsType<ReleaseDecision.NotFound>(_week.AddRelease(2, Day));

    [Theory]
    [InlineData("2017-02-13", true)]
    [InlineData("2017-02-14", true)]
    [InlineData("2017-02-15", false)]
    public void A_day_has_begun_when_it_has_anywhere_on_Earth(string day, bool expected)
    {
        Assert.True(ReleaseDay.TryParse(day, out var parsed));
        Assert.Equal(expected, ReleaseDay.HasBegun(parsed, new DateTimeOffset(2017, 2, 13, 12, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("13.2.2017")]
    [InlineData("2017-02-30")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_day_is_refused(string? text) => Assert.False(ReleaseDay.TryParse(text, out _));
}
