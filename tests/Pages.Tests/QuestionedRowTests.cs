using DetainerLedger.History;
using DetainerLedger.Pages.Agencies;
using DetainerLedger.Pages.Jurisdictions;
using DetainerLedger.Pages.Weeks;
using DetainerLedger.Queries;
using DetainerLedger.Reports;

namespace DetainerLedger.Pages.Tests;

/// <summary>A question of an operator shows wherever its row does, and the row stays as it was read.</summary>
public sealed class QuestionedRowTests
{
    private const string Reason = "The sheriff says <b>it</b> was another person.";
    private const string Shown = $"Questioned, May 10, 2017: {Reason}";

    private static readonly PublishedReport Report = Made.Published(Made.Report(Made.FirstWeek) with
    {
        Declines = [Made.Declined(Made.Travis)],
        Listings = [Made.Listing(Made.Travis)],
        HighestVolume = [Made.Issued(Made.Travis, 27)],
    });

    private static readonly LedgerView View = new LedgerIndex(
        [[Report.Revision]],
        [],
        "1",
        questions: [Question(CorrectedSection.Declined, 7), Question(CorrectedSection.Listed, 1), Question(CorrectedSection.Issued, 2)]).Now;

    [Fact]
    public async Task On_the_page_of_its_week()
    {
        var page = await Rendering.Document<WeekPage, WeekModel>(WeekModel.Of(View, Report, null), Made.Context("/weeks/2017-01-28"));

        var questions = page.One("section[aria-labelledby=questioned]").QuerySelectorAll("li").Select(Rendering.Words).Order(StringComparer.Ordinal);
        Assert.Equal(
            [$"Detainers declined, row 7, May 10, 2017: {Reason}", $"Detainers issued, row 2, May 10, 2017: {Reason}", $"Listings, row 1, May 10, 2017: {Reason}"],
            questions);
        Assert.Equal("1", page.QuerySelectorAll(".figure .number")[1].Words());
    }

    [Fact]
    public async Task On_the_page_of_its_place_with_each_of_its_rows()
    {
        var facts = JurisdictionWeeks.Of(Report.Report, Report.Revision.Reading);
        var history = JurisdictionHistories.Of(View, facts)!;
        var page = await Rendering.Document<JurisdictionPage, JurisdictionModel>(
            new JurisdictionModel(new PlaceStory(Made.Travis, history, [], []), View.Weeks, history.Weeks, history.Weeks[0], null),
            Made.Context("/jurisdictions/tx-travis-county"));

        foreach (var section in (string[])["words", "weeks", "rows"])
            Assert.Equal(Shown, page.One($"section[aria-labelledby={section}] .questioned").Words());
        Assert.Contains("27", page.One("section[aria-labelledby=weeks] tbody tr").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_page_of_its_agency()
    {
        var counts = ReportCounts.Of(Report.Report, Report.Revision.Reading);
        var history = AgencyHistory.Of(View, KnownAgencies.Of([counts]).Single(), JurisdictionWeeks.Of(Report.Report, Report.Revision.Reading));
        var page = await Rendering.Document<AgencyPage, AgencyModel>(new AgencyModel(history, history.Rows, View.Weeks, null), Made.Context("/agencies/x"));

        Assert.Equal(Shown, page.One("tbody .questioned").Words());
        Assert.Equal("Travis County Jail", page.One("tbody th").Words());
    }

    private static RowQuestion Question(CorrectedSection section, int row) =>
        RowQuestion.Of(Report.Revision, section, row, Reason, new DateOnly(2017, 5, 10), Report.Revision.PublishedAt);
}
