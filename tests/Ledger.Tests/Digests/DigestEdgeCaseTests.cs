using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using static DetainerLedger.Tests.Digests.SampleWeek;

namespace DetainerLedger.Tests.Digests;

public sealed class DigestEdgeCaseTests
{
    private static readonly DateOnly FirstOfJanuary = new(2017, 1, 1);

    private static readonly WeekSummary First = Summary with
    {
        PreviousWeek = null,
        Change = null,
        Listings = Summary.Listings with { Added = [], Removed = [] },
    };

    [Fact]
    public void The_first_week_of_the_ledger_is_compared_with_nothing()
    {
        var digest = Compose(First);
        Assert.Equal("150 jurisdictions are listed; 2,825 detainers were issued; 47 detainers were recorded as declined.", digest.Headline);
        AssertSays(digest, "The ledger has no earlier week to compare it with.");
        AssertSays(digest, "The report lists 150 jurisdictions.");
        AssertSays(digest, "2,825 detainers were issued.");
        AssertSays(digest, "47 detainers were recorded as declined.");
        AssertSays(digest, "The whole states of California and Connecticut are listed.");
        Assert.DoesNotContain(digest.Sentences, sentence => sentence.Text.Contains("report before it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(149, "fell from 150 to 149")]
    [InlineData(150, "stayed at 150")]
    [InlineData(1151, "rose from 150 to 1,151")]
    public void Listed_jurisdictions_rise_fall_or_stay(int listed, string change)
    {
        var before = Summary.PreviousWeek! with { JurisdictionsListed = 150 };
        var digest = Compose(Summary with { JurisdictionsListed = listed, PreviousWeek = before });
        AssertSays(digest, $"The number of jurisdictions listed {change}.");
        Assert.StartsWith($"The jurisdictions listed {change}; ", digest.Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2, "1 detainer was recorded as declined, down from 2.")]
    [InlineData(2, 0, "2 detainers were recorded as declined, up from none.")]
    [InlineData(2, 2, "2 detainers were recorded as declined, as many as in the report before it.")]
    [InlineData(0, 1206, "No detainers were recorded as declined, down from 1,206.")]
    [InlineData(0, 0, "No detainers were recorded as declined, as many as in the report before it.")]
    public void Declined_detainers_are_counted_beside_those_of_the_week_before(int declined, int before, string sentence)
    {
        var previous = Summary.PreviousWeek! with { DetainersDeclined = before };
        AssertSays(Compose(Summary with { DetainersDeclined = declined, DeclinedByState = [], PreviousWeek = previous }), sentence);
    }

    [Fact]
    public void A_week_without_declines_names_no_state() => Assert.DoesNotContain(
        Facts(Compose(WithDeclines())), fact => fact.Ref.Contains("declinedByState", StringComparison.Ordinal));

    [Theory]
    [InlineData(null, 3083, "The report states no total of detainers issued; the one before it states 3,083.")]
    [InlineData(null, null, "The report states no total of detainers issued.")]
    [InlineData(1, null, "1 detainer was issued; the report before it states no total to compare with.")]
    public void A_total_of_issued_detainers_that_is_not_stated_is_unknown_not_zero(int? issued, int? before, string sentence)
    {
        var previous = Summary.PreviousWeek! with { DetainersIssued = before };
        var digest = Compose(Summary with { DetainersIssued = issued, PreviousWeek = previous });
        AssertSays(digest, sentence);
        if (issued is null) Assert.DoesNotContain("issued", digest.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_before_the_week_is_stated() => AssertSays(
        Compose(Summary with { PreviousWeek = Summary.PreviousWeek! with { Week = FirstOfJanuary } }),
        "The ledger has no report for the time just before it; it is compared with the nearest earlier one, for the week of " +
        "January 1, 2017.");

    [Fact]
    public void A_later_revision_and_its_release_are_stated() => AssertSays(
        Compose(Summary with { Revision = 2, ReleasedOn = new DateOnly(2017, 3, 1) }),
        "This is the report for February 4 to February 10, 2017, revision 2, released on March 1, 2017.");

    [Fact]
    public void A_week_across_two_years_has_both() => AssertSays(
        Compose(Summary with { Period = new ReportingWeek(new DateOnly(2016, 12, 31), new DateOnly(2017, 1, 6)) }),
        "This is the report for December 31, 2016, to January 6, 2017.");

    [Fact]
    public void States_listed_before_are_distinguished_from_new_ones()
    {
        var (california, connecticut, oregon) = (State("CA", "California"), State("CT", "Connecticut"), State("OR", "Oregon"));
        AssertSays(
            Compose(WithListings(added: [connecticut], statewide: [oregon, connecticut, california])),
            "The whole state of Connecticut is now listed, and was not in the report before it; California and Oregon were listed " +
            "in both.");
        AssertSays(Compose(WithListings(statewide: [oregon])), "The whole state of Oregon is listed, as in the report before it.");
    }

    [Fact]
    public void One_of_anything_is_singular()
    {
        var clay = County("FL", "Clay County");
        var digest = Compose(WithListings(added: [clay], removed: [City("IA", "Ames")], enacted: [clay]));
        AssertSays(digest, "1 jurisdiction is listed that was not in the report before it: Clay County in Florida.");
        AssertSays(digest, "1 jurisdiction is listed with a policy enacted in 2017: Clay County in Florida.");
        AssertSays(digest, "1 jurisdiction is no longer listed, and no notice in the report names it: Ames in Iowa.");
    }

    [Fact]
    public void Nothing_added_and_nothing_removed_is_said() =>
        AssertSays(Compose(WithListings()), "The same jurisdictions are listed as in the report before it.");

    [Fact]
    public void Several_notices_are_each_quoted_word_for_word()
    {
        var digest = Compose(Summary.WithNotices("We review\n287(g)  agreements.", " ", "More will follow."));
        AssertSays(digest, "A notice in the report says: “We review 287(g) agreements.”");
        AssertSays(digest, "Another notice says: “More will follow.”");
        Assert.Contains(new DigestFact("More will follow.", "/api/weeks/2017-02-04#/notices/2/text"), Facts(digest));
    }

    [Theory]
    [InlineData(
        "Clay County and Franklin County were removed.",
        "and each of them is named in a notice of the report: Clay County in Florida; Franklin County in Iowa; and Franklin County " +
        "in Pennsylvania.")]
    [InlineData(
        "Franklin County, Iowa, was removed.",
        ". The report’s notices name Franklin County in Iowa; they don’t name Clay County in Florida, and Franklin County in " +
        "Pennsylvania.")]
    [InlineData(
        "Franklin County, PA, and Clay’s own county",
        ". The report’s notices name Franklin County in Pennsylvania; they don’t name Clay County in Florida, and Franklin County " +
        "in Iowa.")]
    [InlineData("Barclay County and franklin countywide", "and no notice in the report names any of them:")]
    public void A_removed_listing_says_whether_a_notice_names_it(string notice, string words)
    {
        var summary = WithListings(
            removed: [County("FL", "Clay County"), County("IA", "Franklin County"), County("PA", "Franklin County")]);
        var removed = Assert.Single(
            Compose(summary.WithNotices(notice)).Sentences,
            sentence => sentence.Text.StartsWith("3 jurisdictions are no longer listed", StringComparison.Ordinal));
        Assert.Contains(words, removed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Baltimore County was removed.", false)]
    [InlineData("The city of Baltimore was removed.", true)]
    public void A_city_is_not_the_county_of_its_name(string notice, bool named) => Assert.Equal(
        named,
        Compose(WithListings(removed: [City("MD", "Baltimore")]).WithNotices(notice)).Sentences.Any(sentence =>
            sentence.Text.EndsWith("it is named in a notice of the report: Baltimore in Maryland.", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Alameda County, California, was removed.", false)]
    [InlineData("California was removed.", true)]
    public void A_county_is_not_its_state(string notice, bool named) => Assert.Equal(
        named,
        Compose(WithListings(removed: [State("CA", "California")]).WithNotices(notice)).Sentences.Any(sentence =>
            sentence.Text.EndsWith("it is named in a notice of the report: the whole state of California.", StringComparison.Ordinal)));

    [Fact]
    public void The_district_is_no_whole_state_and_a_place_without_a_state_stays_without() => AssertSays(
        Compose(WithListings(
            removed: [State("DC", "District of Columbia"), City(null, "Franklin"), City("IA", "Ames"), State("CA", "California")])),
        "4 jurisdictions are no longer listed, and no notice in the report names any of them: Ames in Iowa; the District of " +
        "Columbia; the whole state of California; and Franklin (no state given).");

    [Fact]
    public void The_declines_of_one_state_need_no_share()
    {
        AssertSays(Compose(WithDeclines(("TX", 47))), "All 47 detainers recorded as declined were in Texas.");
        AssertSays(Compose(WithDeclines(("TX", 1))), "1 detainer recorded as declined was in Texas.");
    }

    [Fact]
    public void No_state_is_set_before_another_with_as_many()
    {
        AssertSays(
            Compose(WithDeclines(("TX", 2), ("NY", 1), ("VA", 1), ("WA", 1))),
            "Of the 5 detainers recorded as declined, 2 (40%) were in Texas. The others were in New York, Virginia, and Washington " +
            "(1 each).");
        AssertSays(
            Compose(WithDeclines(("CA", 1), ("NY", 1), ("VA", 1), ("WA", 1))),
            "The 4 detainers recorded as declined were in California, New York, Virginia, and Washington (1 each).");
        AssertSays(
            Compose(WithDeclines(("TX", 2), ("WA", 1))),
            "Of the 3 detainers recorded as declined, 2 (66.7%) were in Texas and 1 (33.3%) in Washington.");
    }

    [Fact]
    public void Rows_without_a_state_are_reported_and_not_guessed()
    {
        var digest = Compose(WithDeclines(("", 3), ("TX", 2), ("WA", 1)));
        AssertSays(digest, "Of the 6 detainers recorded as declined, 2 (33.3%) were in Texas and 1 (16.7%) in Washington.");
        AssertSays(digest, "For 3 detainers recorded as declined, the report gives no state, and the ledger doesn’t guess one.");
    }

    [Fact]
    public void Corrections_have_their_notice_and_the_corrected_totals()
    {
        var corrected = Summary with
        {
            Corrections =
            [
                Correction(CorrectedSection.Issued, County("IA", "Franklin County"), 5, 0),
                Correction(CorrectedSection.Issued, County("NY", "Franklin County"), 1900, 0, null),
                Correction(CorrectedSection.Declined, County("TX", "Bastrop County"), 3, 1, "transferred") with { Statement = "unused" },
            ],
            Corrected = new WeekTotals(2825, 45, 150),
        };
        var digest = Compose(corrected);
        AssertSays(digest, "3 corrections of this week are known.");
        AssertSays(
            digest,
            "The notice “Correction to the report for February 4 - February 10, 2017”, dated March 29, 2017, corrects the " +
            "detainers issued to Franklin County in Iowa from 5 to 0 (same-name) and Franklin County in New York from 1,900 to 0, " +
            "and the detainers recorded as declined in Bastrop County in Texas from 3 to 1 (transferred).");
        AssertSays(digest, "With the corrections, 45 detainers are recorded as declined; the nation’s total of detainers issued stays " +
            "as reported.");
    }

    [Fact]
    public void A_correction_of_section_one_alone_leaves_the_totals()
    {
        var digest = Compose(Summary with
        {
            Corrections =
            [
                Correction(CorrectedSection.Issued, State("CA", "California"), 5, 0) with
                {
                    Title = null, Dated = null, Statement = "Dated by the press.",
                },
            ],
            Corrected = new WeekTotals(2825, 47, 150),
        });
        AssertSays(digest, "1 correction of this week is known.");
        AssertSays(digest, "The notice, without a date, corrects the detainers issued to the whole state of California from 5 to 0 " +
            "(same-name).");
        AssertSays(digest, "The notice adds: “Dated by the press.”");
        AssertSays(digest, "The corrections leave the week’s totals as they are.");
    }

    [Fact]
    public void Corrections_of_the_week_before_are_beside_the_reported_numbers()
    {
        var digest = DigestComposer.Compose(Summary, new WeekTotals(3083, 197, 118), ComposedAt);
        AssertSays(digest, "47 detainers were recorded as declined, down from 206 (that earlier number is 197 after corrections).");
        AssertSays(digest, "The number of jurisdictions listed rose from 117 to 150 (that earlier number is 118 after corrections).");
        Assert.Contains(
            new DigestFact("197", "/api/weeks/2017-01-28#/corrected/detainersDeclined"), Facts(digest));
    }

    [Fact]
    public void Checks_that_question_the_report_are_counted_and_named()
    {
        var duplicate = new Check("duplicate-row", CheckSeverity.Warning, "…", null);
        AssertSays(Compose(Summary with { Checks = [duplicate] }), "1 check raises questions about the report: duplicate-row.");
        AssertSays(
            Compose(Summary with { Checks = [duplicate, duplicate, duplicate with { Code = "unknown-county" }] }),
            "3 checks raise questions about the report: duplicate-row and unknown-county.");
    }

    [Fact]
    public void A_source_without_pages_has_its_name_and_hash() => AssertSays(
        Compose(Summary with { Source = Summary.Source with { Name = "week.csv", Pages = null } }),
        $"All facts are as published by the agency; this digest neither confirms nor disputes them. Source: week.csv (SHA-256 {Sha256}).");

    private static Digest Compose(WeekSummary summary) => DigestComposer.Compose(summary, null, ComposedAt);

    private static IEnumerable<DigestFact> Facts(Digest digest) => digest.Sentences.SelectMany(sentence => sentence.Facts);

    private static void AssertSays(Digest digest, string sentence) => Assert.Contains(sentence, digest.Sentences.Select(said => said.Text));
}
