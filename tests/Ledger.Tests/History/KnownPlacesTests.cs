using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.History;

public sealed class KnownPlacesTests
{
    private static readonly JurisdictionRegister Register = JurisdictionRegister.Default;
    private static readonly Jurisdiction Chicago = new("il-chicago", "Chicago", "IL", JurisdictionKind.City, null);

    private static readonly ReportCounts First = Counts(Report(Listing(Travis), Listing(Chicago)), Week);
    private static readonly ReportCounts Second = Counts(Report(Listing(California)) with { Declines = [Declined(Travis)] }, Week.AddDays(7));

    [Fact]
    public void Every_registered_state_and_county_is_there_whether_or_not_a_report_names_it()
    {
        var places = KnownPlaces.Of(Register.All, []).ToList();

        Assert.Equal(56, places.Count(known => known.Jurisdiction.Kind == JurisdictionKind.State));
        Assert.Equal(Register.States.Sum(state => Register.CountiesOf(state.Code).Count), places.Count - 56);
        Assert.All(places, known => Assert.Equal((true, false, false, 0, null, null), (known.IsRegistered, known.Listed, known.ListedThroughState, known.WeeksNamed, known.FirstNamed, known.LastNamed)));
    }

    [Fact]
    public void Counts_the_weeks_that_name_a_place_in_any_section()
    {
        var travis = Find(Travis.Id!);

        Assert.Equal((2, Week, Week.AddDays(7)), (travis.WeeksNamed, travis.FirstNamed, travis.LastNamed));
        Assert.False(travis.Listed);
    }

    [Fact]
    public void Only_the_latest_week_says_whether_a_place_is_listed_and_its_state_may_be_listed_for_it()
    {
        Assert.Equal((true, false), (Find("ca").Listed, Find("ca").ListedThroughState));
        Assert.Equal((false, true), (Find("ca-alameda-county").Listed, Find("ca-alameda-county").ListedThroughState));
        Assert.Equal((false, false), (Find("tx-harris-county").Listed, Find("tx-harris-county").ListedThroughState));
        Assert.Equal((false, false), (Find("il-chicago").Listed, Find("il-chicago").ListedThroughState));
    }

    [Fact]
    public void A_place_that_a_report_names_without_being_registered_is_there_once()
    {
        Assert.False(Find("il-chicago").IsRegistered);
        Assert.Single(KnownPlaces.Of(Register.All, [Second, First]), known => known.Jurisdiction.Id == Travis.Id);
    }

    [Theory]
    [InlineData("harris", null, null, null, "ga-harris-county tx-harris-county tx-harrison-county")]
    [InlineData("harris county, texas", null, null, null, "tx-harris-county")]
    [InlineData("alameda", null, null, true, "ca-alameda-county")]
    [InlineData("alameda", null, null, false, "")]
    [InlineData("kings", "CA", JurisdictionKind.County, true, "ca-kings-county")]
    public void A_filter_takes_what_every_part_of_it_takes(string? name, string? state, JurisdictionKind? kind, bool? listed, string ids)
    {
        var filter = new PlaceFilter(state, kind, name is null ? null : new PlaceSearch(name), listed);

        var found = KnownPlaces.Of(Register.All, [Second, First]).Where(filter.Takes).Select(known => known.Jurisdiction.Id!);

        Assert.Superset(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), found.ToHashSet());
        if (name != "harris") Assert.Equal(ids, string.Join(' ', found));
    }

    private static KnownPlace Find(string id) => KnownPlaces.Of(Register.All, [Second, First]).Single(known => known.Jurisdiction.Id == id);

    private static ReportCounts Counts(WeeklyReport report, DateOnly week) =>
        ReportCounts.Of(report with { Period = new ReportingWeek(week, week.AddDays(6)) }, default(ArrivalId));
}
