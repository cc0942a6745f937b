using DetainerLedger.History;
using DetainerLedger.Pages.Jurisdictions;
using DetainerLedger.Queries;

namespace DetainerLedger.Pages.Tests;

public sealed class PlaceAnswerTests
{
    private const string Name = "Travis County, Texas";

    [Theory]
    [InlineData("111", "Travis County, Texas is listed in the latest report, of the week of February 11, 2017, and in every report since the week of January 28, 2017, the first in the ledger.")]
    [InlineData("011", "Travis County, Texas is listed in the latest report, of the week of February 11, 2017, and in every report since the week of February 4, 2017.")]
    [InlineData("001", "Travis County, Texas is listed in the latest report, of the week of February 11, 2017, for the first time.")]
    [InlineData("101", "Travis County, Texas is listed in the latest report, of the week of February 11, 2017. It had been listed before, and for the last time in the week of January 28, 2017.")]
    [InlineData("110", "Travis County, Texas is not listed in the latest report, of the week of February 11, 2017. It was last listed in the week of February 4, 2017, and in 2 of 3 reports in the ledger.")]
    [InlineData("000", "Travis County, Texas is not listed in any report in the ledger. The reports record 3 detainers declined there.")]
    public void A_sentence_says_whether_it_is_listed_and_since_when(string listed, string sentence) =>
        Assert.Equal(sentence, new PlaceAnswer(Story(listed), Weeks).Itself);

    [Fact]
    public void A_place_that_no_report_names_is_known_all_the_same() =>
        Assert.Equal($"No report in the ledger names {Name}.", new PlaceAnswer(new PlaceStory(Made.Travis, null, [], []), Weeks).Itself);

    [Fact]
    public void A_place_may_be_listed_through_its_state()
    {
        var story = new PlaceStory(Made.Travis, null, [], [Weeks[0].Week, Weeks[1].Week]);

        Assert.Equal(
            "The whole state of Texas is listed in the latest report, of the week of February 11, 2017, and in every report since the week of February 4, 2017.",
            new PlaceAnswer(story, Weeks).ThroughState);
        Assert.Null(new PlaceAnswer(Story("111"), Weeks).ThroughState);
    }

    private static IReadOnlyList<Revision> Weeks { get; } =
        [.. new[] { 14, 7, 0 }.Select(days => Made.Published(Made.Report(Made.FirstWeek.AddDays(days))).Revision)];

    // Oldest week first.
    private static PlaceStory Story(string listed)
    {
        var reports = listed.Select((letter, i) => Made.Published(Made.Report(Made.FirstWeek.AddDays(7 * i)) with
        {
            Listings = letter == '1' ? [Made.Listing(Made.Travis)] : [],
            Declines = [Made.Declined(Made.Travis)],
        })).ToArray();
        var facts = reports.SelectMany(report => JurisdictionWeeks.Of(report.Report, report.Revision.Reading)).ToList();
        return new PlaceStory(Made.Travis, JurisdictionHistories.Of(Made.View(reports), facts), [], []);
    }
}
