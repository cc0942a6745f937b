using DetainerLedger.History;
using DetainerLedger.Reports;
using DetainerLedger.Tests.Publishing;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.History;

public sealed class KnowledgeMomentsTests
{
    private static readonly DateOnly Feb6 = new(2017, 2, 6);
    private static readonly DateOnly Feb9 = new(2017, 2, 9);
    private static readonly DateOnly March29 = new(2017, 3, 29);

    private static readonly PublishedNotice Notice = new(default, "notice.json", default, "notice", new CorrectionNotice(null, March29, null,
        [new Correction(Week, CorrectedSection.Issued, Travis, "Travis", null, 5, 0, new SourceLocation(default, null, 4))]));

    [Fact]
    public void An_empty_ledger_has_no_moments() => Assert.Empty(KnowledgeMoments.Of(View(), DateTimeOffset.MaxValue));

    [Fact]
    public void A_day_has_all_that_became_known_on_it_newest_day_first() => Assert.Equal(
        ["2017-03-29: Correction 2017-01-28", "2017-02-09: Revision 2017-01-28 2", "2017-02-06: Week 2017-02-04 1, Week 2017-01-28 1"],
        Days(Index([Of(Week, 1, Feb6), Of(Week, 2, Feb9), Of(Week.AddDays(7), 1, Feb6)], Notice).Now));

    [Fact]
    public void The_edition_that_was_known_first_is_the_week_whatever_the_order_of_arrival() => Assert.All(
        Orders.Of([Feb6, Feb9]),
        days => Assert.Equal(
            [$"2017-02-09: Revision 2017-01-28 {1 + days.ToList().IndexOf(Feb9)}", $"2017-02-06: Week 2017-01-28 {1 + days.ToList().IndexOf(Feb6)}"],
            Days(View(days.Select((day, i) => Of(Week, i + 1, day))))));

    [Fact]
    public void Facts_that_were_released_again_became_known_again()
    {
        var first = Of(Week, 1, Feb6);
        var again = first with { Revision = first.Revision with { ReleasedAgainOn = [March29] } };

        Assert.Equal(
            ["2017-03-29: Revision 2017-01-28 1", "2017-02-09: Revision 2017-01-28 2", "2017-02-06: Week 2017-01-28 1"],
            Days(View(again, Of(Week, 2, Feb9))));
    }

    [Fact]
    public void Each_day_but_no_other_changes_what_is_known()
    {
        var index = Index([Of(Week, 1, Feb6), Of(Week, 2, Feb9)], Notice);
        var days = KnowledgeMoments.Of(index.Now, DateTimeOffset.MaxValue).Select(day => day.Day).ToHashSet();

        for (var day = Feb6.AddDays(-3); day < March29.AddDays(3); day = day.AddDays(1))
            Assert.Equal(Known(day) != Known(day.AddDays(-1)), days.Contains(day));

        string Known(DateOnly day)
        {
            var view = index.AsOf(new DateTimeOffset(day, TimeOnly.MaxValue, TimeSpan.Zero));
            return $"{view.Find(Week)?.Number} {view.Notices.Count}";
        }
    }

    [Fact]
    public void As_of_a_moment_later_ones_are_unknown()
    {
        var index = Index([Of(Week, 1, Feb6) with { Revision = Of(Week, 1, Feb6).Revision with { ReleasedAgainOn = [March29] } }], Notice);
        var moment = new DateTimeOffset(Feb9, TimeOnly.MaxValue, TimeSpan.Zero);

        Assert.Equal(Feb6, Assert.Single(KnowledgeMoments.Of(index.AsOf(moment), moment)).Day);
    }

    private static PublishedReport Of(DateOnly week, int number, DateOnly releasedOn)
    {
        var published = (Report() with { Period = new ReportingWeek(week, week.AddDays(6)) }).Published(number);
        return published with { Revision = published.Revision with { ReleasedOn = releasedOn } };
    }

    private static IEnumerable<string> Days(LedgerView view) => KnowledgeMoments.Of(view, DateTimeOffset.MaxValue).Select(day =>
        $"{day.Day:yyyy-MM-dd}: {string.Join(", ", day.Learned.Select(learned => $"{learned.Kind} {learned.Week:yyyy-MM-dd} {learned.Revision}".TrimEnd()))}");
}
