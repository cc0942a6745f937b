using DetainerLedger.Checks.Revisions;
using DetainerLedger.History;
using DetainerLedger.Queries;
using DetainerLedger.Tests.History;
using DetainerLedger.Tests.Publishing;

namespace DetainerLedger.Tests.Checks;

public sealed class SupersededOnArrivalTests
{
    private static readonly DateOnly February13 = new(2017, 2, 13);

    private readonly EventfulWeek _week = new();

    [Fact]
    public void The_arrival_names_the_day_that_is_missing()
    {
        _week.Drop("live");
        _week.Drop("backfilled", February13);

        Assert.Equal(
            "Revision 2 (released on 2017-02-13) did not come into force: revision 1 has no release day and counts from 2017-03-01. "
            + "Add the release day of revision 1, if it is known.",
            SupersededOnArrival.Of(_week.Revisions[1], _week.Revisions[0]).Message);
    }

    [Fact]
    public void Where_no_day_is_missing_no_day_is_named()
    {
        _week.Drop("later", February13.AddDays(7));
        _week.Drop("earlier", February13);

        Assert.Equal(
            "Revision 2 (released on 2017-02-13) did not come into force: revision 1, released on 2017-02-20, is later.",
            SupersededOnArrival.Of(_week.Revisions[1], _week.Revisions[0]).Message);
    }

    [Fact]
    public void The_week_questions_its_revision_until_the_day_is_added()
    {
        _week.Drop("live");
        _week.Drop("backfilled", February13);
        Assert.Equal(
            "Revision 2 (released on 2017-02-13) arrived later and is not in force, because revision 1 has no release day and counts from 2017-03-01.",
            Assert.Single(Questions()));

        _week.AddRelease(1, February13.AddDays(-7));

        Assert.Empty(Questions());
    }

    [Fact]
    public void A_revision_that_follows_is_not_questioned()
    {
        _week.Drop("first");
        _week.Drop("second");

        Assert.Empty(Questions());
    }

    private List<string> Questions()
    {
        var view = _week.Index.Now;
        var summary = WeekSummaries.Of(view, new PublishedReport(view.Latest!, MadeReports.Report(), []), null);
        return [.. summary.Checks.Where(check => check.Code == SupersededOnArrival.Code).Select(check => check.Message)];
    }
}
