using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.App;

namespace Acceptance;

/// <summary>Every fact of a sample, as listed in its <c>*.expected.json</c>, in the order printed.</summary>
public sealed partial class SampleFactsTests(SampleLedger ledger)
{
    public static TheoryData<string> Weeks { get; } = [.. Samples.Weeks];

    [Theory]
    [MemberData(nameof(Weeks))]
    public async Task Answers_every_declined_detainer(string week)
    {
        var declines = (await ledger.App.Read($"/api/weeks/{week}/declines?limit=1000")).Rows("declines");

        HoldSame(Samples.Expected(week).Rows("declined").Select(Printed), declines.Select(Decline));
        HoldSources(week, declines);
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public async Task Answers_every_listing(string week)
    {
        var listings = (await ledger.App.Read($"/api/weeks/{week}/listings?limit=1000")).Rows("listings");

        HoldSame(Samples.Expected(week).Rows("policies").Select(PrintedPolicy), listings.Select(Listing));
        HoldSources(week, listings);
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public async Task Answers_every_jurisdiction_with_the_highest_volume_and_every_notice(string week)
    {
        var summary = await ledger.App.Read($"/api/weeks/{week}");

        var expected = Samples.Expected(week);
        HoldSame(expected.Rows("highestVolume").Select(Volume), summary.Rows("highestVolume").Select(AnsweredVolume));
        HoldSources(week, summary.Rows("highestVolume"));
        Assert.Equal(expected.Texts("notices"), summary.Rows("notices").Select(notice => notice.Text("text")));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public async Task The_whole_report_says_the_same(string week)
    {
        var report = await ledger.App.Read($"/api/weeks/{week}/report");

        var expected = Samples.Expected(week);
        Assert.Equal(week, report.Text("week"));
        Assert.Equal(expected.Text("start"), report.Text("period.start"));
        Assert.Equal(expected.Text("end"), report.Text("period.end"));
        Assert.Equal(expected.Number("detainersIssued"), report.Number("detainersIssued"));
        Assert.Equal(expected.Number("detainersDeclined"), report.Number("detainersDeclined"));
        HoldSame(expected.Rows("highestVolume").Select(Volume), report.Rows("highestVolume").Select(AnsweredVolume));
        Assert.Equal(expected.Number("highestVolumeTotal"), report.Rows("highestVolume").Sum(row => row.Number("issued")));
        HoldSame(expected.Rows("declined").Select(Printed), report.Rows("declines").Select(Decline));
        HoldSame(expected.Rows("policies").Select(PrintedPolicy), report.Rows("listings").Select(Listing));
        Assert.Equal(expected.Texts("notices"), report.Rows("notices").Select(notice => notice.Text("text")));
        Assert.False(string.IsNullOrWhiteSpace(report.Text("scope")));
        Assert.False(string.IsNullOrWhiteSpace(report.Text("definition")));
    }

    [Fact]
    public async Task Filters_the_declined_detainers_by_state_and_by_jurisdiction()
    {
        var all = $"/api/weeks/{Samples.FirstWeek}/declines?limit=1000";
        var texas = (await ledger.App.Read($"{all}&state=TX")).Rows("declines");
        var travis = (await ledger.App.Read($"{all}&jurisdiction=tx-travis-county")).Rows("declines");
        var byFips = (await ledger.App.Read($"{all}&jurisdiction=48453")).Rows("declines");

        var expected = Samples.Expected(Samples.FirstWeek).Rows("declined");
        HoldSame(expected.Where(row => row.Text("state") == "Texas").Select(Printed), texas.Select(Decline));
        HoldSame(expected.Where(row => row.Text("jurisdiction") == "Travis County").Select(Printed), travis.Select(Decline));
        Assert.Equal(142, travis.Count);
        Assert.Equal(travis.Select(Decline), byFips.Select(Decline));
    }

    [Fact]
    public async Task Filters_the_listings_by_state()
    {
        var listings = (await ledger.App.Read($"/api/weeks/{Samples.SecondWeek}/listings?state=NY&limit=1000")).Rows("listings");

        var expected = Samples.Expected(Samples.SecondWeek).Rows("policies").Where(policy => policy.Text("state") == "New York");
        HoldSame(expected.Select(PrintedPolicy), listings.Select(Listing));
    }

    // One by one: a list of two hundred rows says little when it differs in one.
    private static void HoldSame<T>(IEnumerable<T> expected, IEnumerable<T> answered)
    {
        var rows = answered.ToList();
        Assert.Multiple([.. expected.Zip(rows).Select(pair => (Action)(() => Assert.Equal(pair.First, pair.Second)))]);
        Assert.Equal(expected.Count(), rows.Count);
    }

    /// <summary>Each row has its position: its number within its section, and a page that never decreases.</summary>
    private void HoldSources(string week, IReadOnlyList<JsonNode> rows)
    {
        var report = ledger.Arrivals[Samples.ReportOf(week)].Text("id");
        Assert.All(rows, row => Assert.Equal(report, row.Text("source.reportId")));
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Number("source.row")!.Value));
        var pages = rows.Select(row => row.Number("source.page")!.Value).ToList();
        Assert.InRange(pages[0], 1, 50);
        Assert.Equal(pages.Order(), pages);
    }

    private static DeclineFact Printed(JsonNode row)
    {
        var activity = row.Text("activity");
        var mark = activity is null ? null : Mark().Match(activity);
        return new(
            $"{row.Text("jurisdiction")}, {row.Text("state")}",
            // One spelling of a place's name is used for all; the printed one is beside it.
            row.Text("jurisdiction")?.Replace('’', '\''),
            Postal.CodeOf(row.Text("state")),
            row.Text("lea"),
            row.Text("citizenship"),
            row.Text("issued"),
            row.Text("declined"),
            row.Text("reason"),
            mark is { Success: true } ? activity![..mark.Index].TrimEnd() : activity,
            mark is { Success: true } ? mark.Groups["mark"].Value.ToLowerInvariant() : null);
    }

    private static DeclineFact Decline(JsonNode row) => new(
        row.Text("asPrinted"),
        row.Text("jurisdiction.name"),
        row.Text("jurisdiction.state"),
        row.Text("agency"),
        row.Text("citizenship"),
        row.Text("issued"),
        row.Text("declined"),
        row.Text("reason"),
        row.Text("activity"),
        row.Text("disposition"));

    private static ListingFact PrintedPolicy(JsonNode row) => new(
        row.Text("jurisdiction"),
        Postal.CodeOf(row.Text("state")),
        row.Text("aor"),
        row.Text("enacted"),
        row.Text("policy"),
        string.Join('\n', row.Texts("criteria")));

    private static ListingFact Listing(JsonNode row) => new(
        row.Text("asPrinted"),
        row.Text("jurisdiction.state"),
        row.Text("aor"),
        row.Text("enacted"),
        row.Text("policy"),
        string.Join('\n', row.Texts("criteria")));

    private static VolumeFact Volume(JsonNode row) => new(row.Text("name"), Postal.CodeOf(row.Text("state")), row.Number("issued"));

    private static VolumeFact AnsweredVolume(JsonNode row) =>
        new(row.Text("jurisdiction.name"), row.Text("jurisdiction.state"), row.Number("issued"));

    private sealed record DeclineFact(
        string? AsPrinted, string? Name, string? State, string? Agency, string? Citizenship,
        string? Issued, string? Declined, string? Reason, string? Activity, string? Disposition);

    private sealed record ListingFact(string? AsPrinted, string? State, string? Aor, string? Enacted, string? Policy, string Criteria);

    private sealed record VolumeFact(string? Name, string? State, int? Issued);

    [GeneratedRegex(@"\((?<mark>Charge|Conviction)\)$")]
    private static partial Regex Mark();
}
