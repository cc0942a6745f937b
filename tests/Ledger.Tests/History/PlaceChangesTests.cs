using DetainerLedger.History;
using DetainerLedger.Reports;
using DetainerLedger.Tests.Publishing;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.History;

public sealed class PlaceChangesTests
{
    private static readonly DateOnly Second = Week.AddDays(7);
    private static readonly DateOnly Third = Week.AddDays(14);

    [Fact]
    public void A_place_that_stays_listed_in_the_same_words_was_listed_once()
    {
        var change = Assert.Single(Changes(In(Week, Listing(Travis)), In(Second, Listing(Travis)), In(Third, Listing(Travis))));

        Assert.Equal((PlaceChangeKind.Listed, Week, null), (change.Kind, change.Day, change.PreviousWeek));
    }

    [Fact]
    public void Taken_off_and_put_back_are_two_changes_with_the_week_before()
    {
        var changes = Changes(In(Week, Listing(Travis)), In(Second, Listing(Nassau)), In(Third, Listing(Travis)));

        Assert.Equal(
            [(PlaceChangeKind.Listed, Third, Second), (PlaceChangeKind.Delisted, Second, Week), (PlaceChangeKind.Listed, Week, null)],
            changes.Select(change => (change.Kind, change.Week, change.PreviousWeek)));
        Assert.All(changes, change => Assert.Null(change.ExplainedBy));
    }

    [Fact]
    public void A_removal_is_explained_by_the_notice_of_that_week_that_names_the_place()
    {
        var silent = In(Second, Listing(Nassau)) with { Notices = [Notice("Nassau County, New York, is listed in error.")] };
        var naming = In(Second, Listing(Nassau)) with { Notices = [Notice("Field offices report."), Notice("Travis County, Texas, was removed.")] };

        Assert.Null(Delisted(Changes(In(Week, Listing(Travis)), silent)).ExplainedBy);
        Assert.Equal("Travis County, Texas, was removed.", Delisted(Changes(In(Week, Listing(Travis)), naming)).ExplainedBy?.Text);
    }

    [Fact]
    public void A_removal_is_explained_by_a_correction_of_the_listing_and_by_no_other()
    {
        WeeklyReport[] weeks = [In(Week, Listing(Travis)), In(Second, Listing(Nassau))];

        Assert.Equal(Week, Delisted(Changes(weeks, Correction(Week, CorrectedSection.Listed))).Correction?.Week);
        Assert.Null(Delisted(Changes(weeks, Correction(Week, CorrectedSection.Declined))).Correction);
        Assert.Null(Delisted(Changes(weeks, Correction(Week, CorrectedSection.Listed, was: 0, @is: 1))).Correction);
        Assert.Null(Delisted(Changes(weeks, Correction(Week.AddDays(-7), CorrectedSection.Listed))).Correction);
    }

    [Fact]
    public void Each_field_of_a_listing_that_is_worded_anew_is_a_change_from_one_text_to_another()
    {
        var changes = Changes(In(Week, Listing(Travis, "Honors none", "Murder")), In(Second, Listing(Travis, "Honors some", "Murder", "Arson")));

        Assert.Equal(
            [("criteria", "Murder", "Murder\nArson"), ("policy", "Honors none", "Honors some")],
            changes.Where(change => change.Kind == PlaceChangeKind.Altered).Select(change => (change.Field, change.From, change.To)));
    }

    [Fact]
    public void What_a_later_edition_of_the_week_states_differently_is_a_change_of_the_day_on_which_it_is_known()
    {
        var first = (In(Week, Listing(Travis)) with { Declines = [Declined(Travis), Declined(Travis)] }).Published(1);
        var second = (In(Week, Listing(Travis, "Honors some")) with { Declines = [Declined(Travis)], HighestVolume = [Issued(Travis, 7)] }).Published(2);

        var revised = Changes([first, second]).Where(change => change.Kind == PlaceChangeKind.Revised).ToList();

        Assert.Equal(
            [("declined", "2", "1"), ("issued", null, "7"), ("policy", "Honors none", "Honors some")],
            revised.Select(change => (change.Field, change.From, change.To)));
        Assert.All(revised, change => Assert.Equal(DateOnly.FromDateTime(second.Revision.PublishedAt.UtcDateTime), change.Day));
    }

    [Fact]
    public void A_place_that_only_a_superseded_edition_names_was_revised_away()
    {
        var changes = Changes([In(Week, Listing(Travis)).Published(1), In(Week, Listing(Nassau)).Published(2)]);

        var change = Assert.Single(changes);
        Assert.Equal((PlaceChangeKind.Revised, "listings", "1", "0"), (change.Kind, change.Field, change.From, change.To));
    }

    [Fact]
    public void A_correction_is_a_change_of_the_day_of_its_notice()
    {
        var change = Changes([In(Week, Listing(Travis))], Correction(Week, CorrectedSection.Declined))[0];

        Assert.Equal((PlaceChangeKind.Corrected, new DateOnly(2017, 3, 29), Week), (change.Kind, change.Day, change.Week));
        Assert.Equal(("declined", "1", "0"), (change.Field, change.From, change.To));
    }

    [Fact]
    public void A_place_that_no_known_report_names_has_no_changes() => Assert.Null(PlaceChanges.Of(View(In(Week, Listing(Nassau)).Published()), []));

    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        var editions = new[]
        {
            Released(In(Week, Listing(Travis)), 1),
            Released(In(Week, Listing(Travis, "Honors some")), 3),
            Released(In(Second, Listing(Nassau)), 8),
            Released(In(Third, Listing(Travis)), 15),
        };
        var expected = Arrive(editions);

        Assert.Equal(4, expected.Count);
        Assert.All(Orders.Of(editions), order => Assert.Equal(expected, Arrive(order)));

        static (WeeklyReport, DateOnly) Released(WeeklyReport report, int day) => (report, new DateOnly(2017, 2, day));

        // Revisions are numbered as they arrive. A change names the number, which alone depends on the order.
        static List<string> Arrive(IReadOnlyList<(WeeklyReport Report, DateOnly Day)> order)
        {
            var published = order.Select((edition, i) =>
            {
                var number = 1 + order.Take(i).Count(earlier => earlier.Report.Week == edition.Report.Week);
                var arrived = edition.Report.Published(number);
                return arrived with { Revision = arrived.Revision with { ReleasedOn = edition.Day } };
            }).ToList();
            return [.. Changes(published).Select(change => $"{change.Kind} {change.Day} {change.Week} {change.Field} {change.From} {change.To}")];
        }
    }

    [Fact]
    public void As_of_a_day_only_what_was_known_by_then_is_a_change()
    {
        var first = In(Week, Listing(Travis)).Published(1);
        var second = In(Week, Listing(Travis, "Honors some")).Published(2);
        var index = Index([first, second], Correction(Week, CorrectedSection.Declined));
        var facts = Facts(first, second);

        Assert.Equal([PlaceChangeKind.Listed], Kinds(index.AsOf(first.Revision.PublishedAt)));
        Assert.Equal([PlaceChangeKind.Revised, PlaceChangeKind.Listed], Kinds(index.AsOf(second.Revision.PublishedAt)));
        Assert.Equal([PlaceChangeKind.Corrected, PlaceChangeKind.Revised, PlaceChangeKind.Listed], Kinds(index.Now));
        Assert.Null(PlaceChanges.Of(index.AsOf(first.Revision.PublishedAt.AddDays(-1)), facts));

        IEnumerable<PlaceChangeKind> Kinds(LedgerView view) => PlaceChanges.Of(view, facts)!.All(_ => []).Select(change => change.Kind);
    }

    private static WeeklyReport In(DateOnly week, params IEnumerable<PolicyListing> listings) =>
        Report(listings) with { Period = new ReportingWeek(week, week.AddDays(6)) };

    private static PublishedNotice Correction(DateOnly week, CorrectedSection section, int was = 1, int @is = 0)
    {
        var correction = new Correction(week, section, Travis, "Travis", null, was, @is, new SourceLocation(default, null, 1));
        return new PublishedNotice(
            default, "notice.json", default, "notice", new CorrectionNotice(null, new DateOnly(2017, 3, 29), null, [correction]));
    }

    private static PlaceChange Delisted(IEnumerable<PlaceChange> changes) => Assert.Single(changes, change => change.Kind == PlaceChangeKind.Delisted);

    private static IReadOnlyList<PlaceChange> Changes(params IEnumerable<WeeklyReport> weeks) => Changes([.. weeks.Select(week => week.Published())]);

    private static IReadOnlyList<PlaceChange> Changes(IEnumerable<WeeklyReport> weeks, PublishedNotice notice) =>
        Changes([.. weeks.Select(week => week.Published())], notice);

    private static IReadOnlyList<PlaceChange> Changes(IReadOnlyList<PublishedReport> reports, params IEnumerable<PublishedNotice> notices)
    {
        var byReading = reports.ToDictionary(report => (report.Revision.Week, report.Revision.Number));
        return PlaceChanges.Of(Index(reports, notices).Now, Facts([.. reports]))!
            .All(revision => byReading[(revision.Week, revision.Number)].Report.Notices);
    }

    private static IReadOnlyList<JurisdictionWeek> Facts(params IEnumerable<PublishedReport> reports) =>
    [
        .. reports
            .SelectMany(published => JurisdictionWeeks.Of(published.Report, published.Revision.Reading))
            .Where(facts => facts.Jurisdiction == Travis),
    ];
}
