using DetainerLedger.Checks;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Checks;

public sealed class ReportChecksTests
{
    private static readonly ArrivalId Id = ArrivalId.Of("report.pdf", "0x1", new DateTimeOffset(2017, 2, 13, 9, 0, 0, TimeSpan.Zero));
    private static readonly Jurisdiction Travis = new("tx-travis-county", "Travis County", "TX", JurisdictionKind.County, "48453");
    private static readonly Jurisdiction Denver = new("co-denver", "Denver", "CO", JurisdictionKind.City, "08031");

    private static readonly WeeklyReport Sound = new()
    {
        Period = new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)),
        DetainersIssued = 100,
        DeclinedAsStated = 2,
        HighestVolumeTotal = 30,
        HighestVolume = [new(Travis, "Travis County, Texas", 20, At(2, 1)), new(Denver, "Denver, Colorado", 10, At(2, 2))],
        Declines = [Declined(Travis, 1), Declined(Denver, 2)],
        Listings = [Listed(Travis, 1), Listed(Denver, 2)],
        SectionTitles = ["Section I: Issued between February 4, 2017 and February 10, 2017", "Section II: Declined"],
        Definition = "Declined between February 4, 2017 and February 10, 2017.",
        Scope = "Figures may be corrected.",
    };

    private static readonly WeeklyReport Before = Sound with
    {
        Period = new ReportingWeek(new DateOnly(2017, 1, 28), new DateOnly(2017, 2, 3)),
        SectionTitles = ["Section I: Issued between Jan. 28, 2017, and Feb 3, 2017", "Section II: Declined"],
        Definition = "Declined between January 28, 2017 and  February 3, 2017.",
    };

    [Fact]
    public void A_sound_report_raises_nothing()
    {
        Assert.Empty(ReportChecks.Of(Sound, null));
        Assert.Empty(ReportChecks.Of(Sound, Before));
    }

    [Fact]
    public void Stated_declines_that_are_not_the_rows() =>
        Raises(Sound with { DeclinedAsStated = 47 }, "declined-total-mismatch", CheckSeverity.Warning, "The text states 47 declined detainers; Section II has 2 rows.");

    [Fact]
    public void A_report_that_states_no_total_of_declines_raises_nothing() => Assert.Empty(ReportChecks.Of(Sound with { DeclinedAsStated = null }, null));

    [Fact]
    public void A_stated_sum_that_is_not_the_rows_sum() =>
        Raises(
            Sound with { HighestVolumeTotal = 540 }, "issued-total-mismatch", CheckSeverity.Warning,
            "The text states 540 detainers issued to the jurisdictions of Section I; its rows add up to 30.");

    [Fact]
    public void Rows_that_sum_up_to_more_than_the_nation() =>
        Raises(
            Sound with { DetainersIssued = 29 }, "issued-total-mismatch", CheckSeverity.Warning,
            "The rows of Section I add up to 30 detainers issued, more than the 29 of the whole week.");

    [Theory]
    [InlineData("2017-02-03", true)]
    [InlineData("2017-02-04", false)]
    [InlineData("2017-02-10", false)]
    [InlineData("2017-02-11", true)]
    public void A_detainer_declined_outside_the_week(string day, bool raises)
    {
        var row = Declined(Travis, 1) with { Declined = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) };
        var checks = ReportChecks.Of(Sound with { Declines = [row, Declined(Denver, 2)] }, null);
        if (raises) Assert.Equal(("declined-outside-week", row.Source), (Assert.Single(checks).Code, checks[0].Source));
        else Assert.Empty(checks);
    }

    [Theory]
    [InlineData("2017-02-07", true)]
    [InlineData("2017-02-06", false)]
    [InlineData("2010-01-01", false)]
    public void A_detainer_declined_before_it_was_issued(string issued, bool raises)
    {
        var row = Declined(Travis, 1) with { Issued = DateOnly.Parse(issued, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(raises ? ["issued-after-declined"] : [], Codes(Sound with { Declines = [row, Declined(Denver, 2)] }));
    }

    [Fact]
    public void Rows_that_say_the_same_are_remarked_at_the_later_one()
    {
        var check = Assert.Single(ReportChecks.Of(Sound with { DeclinedAsStated = 3, Declines = [Declined(Travis, 1), Declined(Denver, 2), Declined(Travis, 3)] }, null));
        Assert.Equal(
            new Check("duplicate-row", CheckSeverity.Info, "Travis County: the row is equal to row 1 of Section II.", At(3, 3)), check);
    }

    [Fact]
    public void Rows_that_differ_in_one_cell_raise_nothing() =>
        Assert.Empty(Codes(Sound with { DeclinedAsStated = 3, Declines = [Declined(Travis, 1), Declined(Denver, 2), Declined(Travis, 3) with { Citizenship = "Honduras" }] }));

    [Fact]
    public void A_jurisdiction_that_is_listed_twice() =>
        Raises(
            Sound with { Listings = [Listed(Travis, 1), Listed(Denver, 2), Listed(Travis, 3)] }, "duplicate-row", CheckSeverity.Warning,
            "Travis County is also in row 1 of Section III.");

    [Fact]
    public void Two_listings_without_a_state_may_be_two_places()
    {
        var somewhere = new Jurisdiction(null, "Franklin County", null, null, null);
        Assert.Empty(Codes(Sound with { Listings = [Listed(somewhere, 1), Listed(somewhere, 2)] }));
    }

    [Fact]
    public void A_county_that_the_state_does_not_have_is_named_once()
    {
        var unknown = new Jurisdiction("tx-nowhere-county", "Nowhere County", "TX", JurisdictionKind.County, null);
        Raises(
            Sound with { Declines = [Declined(unknown, 1), Declined(unknown, 2) with { Citizenship = null }] }, "unknown-county", CheckSeverity.Warning,
            "Texas has no county named Nowhere County.");
    }

    [Fact]
    public void A_section_with_another_title() =>
        Raises(
            Sound with { SectionTitles = [Sound.SectionTitles[0], "Section II: Refused"] }, "section-title-changed", CheckSeverity.Info,
            "A section previously titled “Section II: Declined” is now titled “Section II: Refused”.", Before);

    [Theory]
    [InlineData("between January 28, 2017, and February 3, 2017", "between February 4 – 10, 2017")]
    [InlineData("Jan 28 – Feb 3, 2017", "FEB.\u00a04th through 10th, 2017")]
    [InlineData("28 January to 3 February 2017", "4 to 10 February 2017")]
    [InlineData("1/28/2017 to 2/3/2017", "2/4/17 - 2/10/17")]
    [InlineData("2017-01-28 to 2017-02-03", "2017-02-04 until 2017-02-10")]
    [InlineData("Jan 28 to Feb 3", "Feb. 4 and 10")]
    public void Words_that_differ_in_the_weeks_own_days_and_typing_alone_raise_nothing(string before, string now) =>
        Assert.Empty(Codes(Worded(Sound, now), Worded(Before, before)));

    [Theory]
    [InlineData("policies since January 25, 2017", "policies since March 1, 2017")]
    [InlineData("detainers may 30 days later be declined", "detainers may 60 days later be declined")]
    [InlineData("declined between January 28, 2017 and February 3, 2017", "declined between January 28, 2017 and February 3, 2017")]
    [InlineData("declined from January 28 to February 3, 2017", "declined from February 4, 2017")]
    [InlineData("declined from January 28 to February 3, 2017", "declined from February 4 to February 10, 2016")]
    public void Another_date_or_number_is_a_change_and_so_is_a_week_left_as_it_was(string before, string now) =>
        Assert.Equal(["section-title-changed", "definition-changed", "definition-changed"], Codes(Worded(Sound, now), Worded(Before, before)));

    [Fact]
    public void A_section_that_is_missing_does_not_shift_the_titles_of_the_next_ones() =>
        Assert.Empty(Codes(Sound with { SectionTitles = [Sound.SectionTitles[1]] }, Before));

    [Theory]
    [InlineData("Declined or not answered between February 4, 2017 and February 10, 2017.", "The definition of what is counted is worded differently than in the previous report.")]
    [InlineData(null, "The definition of what is counted is missing, although the previous report has it.")]
    public void A_definition_in_other_words(string? definition, string message) =>
        Raises(Sound with { Definition = definition }, "definition-changed", CheckSeverity.Info, message, Before);

    [Fact]
    public void A_scope_in_other_words() =>
        Raises(
            Sound with { Scope = "Figures are final." }, "definition-changed", CheckSeverity.Info,
            "The section on scope and data fidelity is worded differently than in the previous report.", Before);

    [Theory]
    [InlineData(206, 103, null, false)]
    [InlineData(206, 102, null, true)]
    [InlineData(206, 47, 47, false)]
    [InlineData(206, 46, 47, true)]
    [InlineData(206, 0, null, true)]
    [InlineData(19, 0, null, false)]
    [InlineData(47, 206, null, false)]
    public void Declines_that_fall_off_a_cliff_and_are_not_stated_so(int before, int now, int? stated, bool raises) =>
        Assert.Equal(raises, Codes(Rows(Sound, now, 100) with { DeclinedAsStated = stated }, Rows(Before, before, 100)).Contains("row-count-cliff"));

    [Theory]
    [InlineData(150, 113, false)]
    [InlineData(150, 112, true)]
    public void Listings_that_fall_off_a_cliff(int before, int now, bool raises) =>
        Assert.Equal(raises, Codes(Rows(Sound, 50, now), Rows(Before, 50, before)).Contains("row-count-cliff"));

    [Fact]
    public void A_listing_that_is_gone_without_a_word() =>
        Raises(
            Sound with { Listings = [Listed(Travis, 1)] }, "listing-removed-without-notice", CheckSeverity.Info,
            "Denver, Colorado, is no longer listed, and no notice in the report names it.", Before);

    [Fact]
    public void A_listing_that_a_notice_names_may_be_gone() =>
        Assert.Empty(Codes(Sound with { Listings = [Listed(Travis, 1)], Notices = [new("Denver was removed at its request.", At(2, null))] }, Before));

    [Theory]
    [InlineData("Franklin County, Pennsylvania, was removed.", true)]
    [InlineData("Franklin County, Iowa, was removed.", false)]
    public void A_notice_about_the_place_of_the_same_name_explains_nothing(string notice, bool raises)
    {
        var iowa = new Jurisdiction("ia-franklin-county", "Franklin County", "IA", JurisdictionKind.County, "19069");
        Assert.Equal(
            raises ? ["listing-removed-without-notice"] : [],
            Codes(Sound with { Notices = [new(notice, At(2, null))] }, Before with { Listings = [.. Before.Listings, Listed(iowa, 3)] }));
    }

    [Fact]
    public void A_notice_about_a_city_is_not_about_the_state_of_the_same_name()
    {
        var state = new Jurisdiction("ny", "New York", "NY", JurisdictionKind.State, "36");
        Assert.Equal(
            ["listing-removed-without-notice"],
            Codes(Sound with { Notices = [new("New York City was added.", At(2, null))] }, Before with { Listings = [.. Before.Listings, Listed(state, 3)] }));
    }

    [Fact]
    public void A_report_that_lost_its_listings_does_not_remove_each_of_them() =>
        Assert.Equal(["row-count-cliff"], Codes(Rows(Sound, 50, 0), Rows(Before, 50, 150)));

    private static void Raises(WeeklyReport report, string code, CheckSeverity severity, string message, WeeklyReport? previous = null)
    {
        var check = Assert.Single(ReportChecks.Of(report, previous));
        Assert.Equal((code, severity, message), (check.Code, check.Severity, check.Message));
    }

    private static IEnumerable<string> Codes(WeeklyReport report, WeeklyReport? previous = null) => ReportChecks.Of(report, previous).Select(check => check.Code);

    private static WeeklyReport Worded(WeeklyReport report, string words) =>
        report with { SectionTitles = [$"Section I: {words}"], Definition = $"Counted: {words}.", Scope = $"Of {words}." };

    private static WeeklyReport Rows(WeeklyReport report, int declined, int listed) => report with
    {
        DeclinedAsStated = declined,
        Declines = [.. Enumerable.Range(1, declined).Select(row => Declined(Travis, row) with { Reason = $"Reason {row}" })],
        Listings = [.. Enumerable.Range(1, listed).Select(row => Listed(new Jurisdiction($"tx-city-{row}", $"City {row}", "TX", JurisdictionKind.City, null), row))],
    };

    private static DeclinedDetainer Declined(Jurisdiction place, int row) => new(
        place, place.Name, "Jail", "Mexico", new DateOnly(2016, 11, 29), new DateOnly(2017, 2, 6), "Will not honor", "Assault", "charge", At(3, row));

    private static PolicyListing Listed(Jurisdiction place, int row) => new(place, place.Name, "Denver", "January 2017", "Policy", ["A warrant"], At(20, row));

    private static SourceLocation At(int page, int? row) => new(Id, page, row);
}
