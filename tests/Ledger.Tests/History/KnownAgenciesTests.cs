using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using static DetainerLedger.Tests.History.MadeReports;

namespace DetainerLedger.Tests.History;

public sealed class KnownAgenciesTests
{
    private static readonly DateOnly Second = Week.AddDays(7);
    private static readonly Jurisdiction Harris = new("tx-harris-county", "Harris County", "TX", JurisdictionKind.County, "48201");

    private static readonly PublishedReport Earlier = Published(Week, Row(Travis, "Travis County Jail"), Row(Travis, "TRAVIS COUNTY JAIL", 2), Row(Nassau, "County Jail", 3));
    private static readonly PublishedReport Later = Published(Second, Row(Travis, "Travis Co. Jail"), Row(Harris, "County Jail", 2), Row(Travis, "County Jail", 3), Row(Travis, null, 4));

    [Fact]
    public void An_agency_has_its_rows_of_all_weeks_in_any_spelling()
    {
        var agency = Assert.Single(Known(), agency => agency.Id == "tx-travis-county-jail");

        Assert.Equal(("Travis Co. Jail", "TX", 3, 2), (agency.Name, agency.State, agency.Declined, agency.Weeks));
        Assert.Equal((Week, Second), (agency.FirstNamed, agency.LastNamed));
    }

    [Fact]
    public void One_name_in_two_states_is_two_agencies_and_in_two_counties_one_with_both()
    {
        var jails = Known().Where(agency => agency.Name == "County Jail").ToList();

        Assert.Equal(["ny-county-jail", "tx-county-jail"], jails.Select(agency => agency.Id));
        Assert.Equal([Harris, Travis], jails[1].Jurisdictions);
    }

    [Fact]
    public void A_row_without_an_agency_or_without_a_state_names_none()
    {
        var report = Published(Week, Row(Travis, null), Row(new Jurisdiction(null, "Franklin County", null, null, null), "Jail"), Row(Travis, "  ")).Report;

        Assert.Empty(AgencyCounts.In(report));
    }

    [Fact]
    public void The_rows_of_an_agency_are_those_in_force_newest_week_first()
    {
        var superseded = Published(Second, Row(Travis, "Travis County Jail"), Row(Travis, "Travis County Jail", 2));
        var inForce = Published(Second, 2, Row(Travis, "Travis Co. Jail", 5), Row(Harris, "County Jail", 6));
        var view = View(Earlier, superseded, inForce);
        var facts = new[] { Earlier, superseded, inForce }.SelectMany(report => JurisdictionWeeks.Of(report.Report, report.Revision.Reading));
        var agency = KnownAgencies.Of([Counts(inForce), Counts(Earlier)]).Single(known => known.Id == "tx-travis-county-jail");

        var history = AgencyHistory.Of(view, agency, facts);

        Assert.Equal([(Second, 2, 5), (Week, 1, 1), (Week, 1, 2)], history.Rows.Select(row => (row.Week, row.Revision, row.Declined.Source.Row!.Value)));
        Assert.Equal(agency.Declined, history.Rows.Count);
    }

    [Theory]
    [InlineData("TX", null, null, "tx-county-jail tx-travis-county-jail")]
    [InlineData(null, "travis", null, "tx-travis-county-jail")]
    [InlineData(null, "county jail, new york", null, "ny-county-jail")]
    [InlineData(null, null, "tx-harris-county", "tx-county-jail")]
    public void A_filter_takes_what_every_part_of_it_takes(string? state, string? name, string? jurisdiction, string ids)
    {
        var filter = new AgencyFilter(state, name is null ? null : new PlaceSearch(name), jurisdiction);

        Assert.Equal(ids, string.Join(' ', Known().Where(filter.Takes).Select(agency => agency.Id)));
    }

    private static IEnumerable<KnownAgency> Known() => KnownAgencies.Of([Counts(Later), Counts(Earlier)]);

    private static ReportCounts Counts(PublishedReport report) => ReportCounts.Of(report.Report, report.Revision.Reading);

    private static PublishedReport Published(DateOnly week, params IEnumerable<DeclinedDetainer> rows) => Published(week, 1, rows);

    private static PublishedReport Published(DateOnly week, int number, params IEnumerable<DeclinedDetainer> rows) =>
        (Report() with { Period = new ReportingWeek(week, week.AddDays(6)), Declines = [.. rows] }).Published(number);

    private static DeclinedDetainer Row(Jurisdiction place, string? agency, int row = 1) => Declined(place, row) with { Agency = agency };
}
