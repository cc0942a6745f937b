using System.Text.RegularExpressions;
using DetainerLedger.History;
using DetainerLedger.Publishing;
using DetainerLedger.Tests.History;

namespace DetainerLedger.Tests.Publishing;

public sealed partial class RereadDecisionTests
{
    private static readonly DateOnly Day = new(2017, 2, 6);

    private readonly EventfulWeek _week = new();
    private readonly Revision _before;

    public RereadDecisionTests()
    {
        _week.Drop("as read then", Day, reader: "1");
        _before = _week.Revisions[0];
    }

    [Fact]
    public void Other_facts_replace_the_reading_and_the_revision_stays_what_it_is()
    {
        _week.Reread(Differs("as read now"));

        var revision = Assert.Single(_week.Revisions);
        Assert.Equal(
            (_before.Number, _before.KnownFrom, _before.PublishedAt, _before.Source),
            (revision.Number, revision.KnownFrom, revision.PublishedAt, revision.Source));
        Assert.Equal(("as read now", "2", "2.abc"), (revision.Fingerprint, revision.Reader, revision.Reread));
        Assert.Equal(1, revision.Totals.JurisdictionsListed);
        Assert.NotEqual(_before.Reading, revision.Reading);
    }

    [Fact]
    public void The_earlier_reading_stays_and_is_the_revision_as_it_was()
    {
        _week.Reread(Differs("as read now"));

        var revision = _week.Revisions[0];
        Assert.Equal(_before, revision.As(Assert.Single(revision.EarlierReadings!)));
    }

    [Fact]
    public void At_every_moment_the_new_reading_answers()
    {
        _week.Reread(Differs("as read now"));

        Assert.Equal(("as read now", "as read now", null), (_week.Facts(), _week.Facts(Day), _week.Facts(Day.AddDays(-1))));
    }

    [Fact]
    public void The_same_content_notes_the_version_only()
    {
        _week.Reread(new Rereading.Agrees(_before, "2"));

        Assert.Equal(_before with { Reader = "2" }, Assert.Single(_week.Revisions));
    }

    [Fact]
    public void A_failure_leaves_the_reading_in_force_and_is_noted()
    {
        var failure = new FailedReread("2", "no-text", "The file has no text.");

        _week.Reread(new Rereading.Failed(_before, failure));

        Assert.Equal(_before with { FailedReread = failure }, Assert.Single(_week.Revisions));
    }

    [Fact]
    public void A_reading_after_a_failure_takes_its_place()
    {
        _week.Reread(new Rereading.Failed(_before, new FailedReread("2", "too-large", "It took too long.")));

        _week.Reread(Differs("as read now", of: _week.Revisions[0]));

        Assert.Null(_week.Revisions[0].FailedReread);
    }

    [Fact]
    public void The_slower_of_two_instances_changes_nothing()
    {
        _week.Reread(Differs("as read now"));
        var first = _week.Revisions[0];

        Assert.Equal(new RereadDecision.Overtaken(first), _week.Reread(Differs("as read now")));
        Assert.Equal(first, _week.Revisions[0]);
    }

    [Fact]
    public void A_release_day_that_is_added_meanwhile_stays()
    {
        var week = new EventfulWeek();
        week.Drop("undated", reader: "1");
        var before = week.Revisions[0];
        week.AddRelease(1, Day);

        week.Reread(Differs("as read now", of: before));

        Assert.Equal((Day, "as read now"), (week.Revisions[0].ReleasedOn, week.Revisions[0].Fingerprint));
    }

    [Fact]
    public void A_file_that_says_what_the_new_reading_says_is_unchanged()
    {
        _week.Reread(Differs("as read now"));

        Assert.IsType<PublishDecision.Unchanged>(_week.Drop("as read now"));
    }

    [Fact]
    public void The_version_can_be_a_part_of_a_storage_key() => Assert.Matches(KeyPart(), ReaderVersion.Current);

    private Rereading.Differs Differs(string facts, Revision? of = null) =>
        new(of ?? _before, "2", "2.abc", MadeReports.Report(MadeReports.Listing(MadeReports.Travis)), facts, [], _week.Now.AddDays(9));

    [GeneratedRegex(@"^[0-9A-Za-z.-]{1,20}\z")]
    private static partial Regex KeyPart();
}
