using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Agencies;
using DetainerLedger.Functions.Api.Corrections;
using DetainerLedger.Functions.Api.Digests;
using DetainerLedger.Functions.Api.Jurisdictions;
using DetainerLedger.Functions.Api.Knowledge;
using DetainerLedger.Functions.Api.Reports;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Functions.Api.Sources;
using DetainerLedger.Functions.Api.States;
using DetainerLedger.Functions.Api.Weeks;
using DetainerLedger.History;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using DetainerLedger.Watching;

namespace DetainerLedger.Functions.Tests.Answers;

/// <summary>What each list is made of, in JSON and as CSV: keys that clients rely on.</summary>
public sealed class ListShapeTests
{
    private static readonly string[] Jurisdiction =
        ["jurisdiction.id", "jurisdiction.name", "jurisdiction.state", "jurisdiction.kind", "jurisdiction.fips"];

    private static readonly string[] Source = ["source.reportId", "source.page", "source.row"];

    private static readonly KnownAgency Jail =
        new("tx-travis-county-jail", "Travis County Jail", "TX", [Facts.Travis], 3, 2, Facts.Week, Facts.Week);

    [Fact]
    public async Task Reports()
    {
        string[] error = ["error.code", "error.message", "error.page", "error.field"];
        string[] file = ["id", "name", "sha256", "format", "bytes", "receivedAt", "releasedOn"];
        string[] fields = [.. file, "state", "week", "revision", .. error, "checks", "inForce", "nextTry", "sourceAddress", "seenAt"];
        await Holds(new ReportList([ReportEntry.Of(Facts.Arrival)], "n"), ApiJson.Web.ReportList, ReportList.Table, "reports", fields);
    }

    [Fact]
    public async Task Weeks()
    {
        string[] totals = ["detainersIssued", "detainersDeclined", "jurisdictionsListed"];
        string[] fields = ["week", "period.start", "period.end", .. totals, "revision", "publishedAt", "releasedOn", "seenAt", "sourceAddress"];
        await Holds(new WeekList([WeekRow.Of(Facts.Revision(Facts.Week))], "n", WeekCoverage.Of(new LedgerIndex([], [], "").Now)), ApiJson.Web.WeekList, WeekList.Table, "weeks", fields);
    }

    [Fact]
    public async Task Declines()
    {
        string[] row = ["agency", "citizenship", "issued", "declined", "reason", "activity", "disposition", "asPrinted"];
        string[] fields = [.. Jurisdiction, .. row, .. Source, "questions"];
        var list = new DeclineList(Facts.Week, 1, [new DeclineRow(Facts.Declined)], "n");
        await Holds(list, ApiJson.Web.DeclineList, DeclineList.Table, "declines", fields);
    }

    [Fact]
    public async Task Listings()
    {
        string[] fields = [.. Jurisdiction, "aor", "enacted", "policy", "criteria", "asPrinted", .. Source, "questions"];
        var list = new ListingList(Facts.Week, 1, [new ListingRow(Facts.Listed)], "n");
        await Holds(list, ApiJson.Web.ListingList, ListingList.Table, "listings", fields);
    }

    [Fact]
    public async Task Corrections()
    {
        var notice = Facts.Notice(Facts.Id, Facts.Week, Facts.Corrected);
        string[] fields = ["id", "week", "section", .. Jurisdiction, "reason", "was", "is", "title", "dated", "statement", .. Source];
        var list = new CorrectionList([CorrectionEntry.Of(new KnownCorrection(Facts.Corrected, notice))], "n");
        await Holds(list, ApiJson.Web.CorrectionList, CorrectionList.Table, "corrections", fields);
    }

    [Fact]
    public async Task Digests() => await Holds(
        new DigestList([new DigestHeading(Facts.Week, 1, Facts.Moment, "47 declined")], "n"),
        ApiJson.Web.DigestList, DigestList.Table, "digests", ["week", "revision", "composedAt", "headline"]);

    [Fact]
    public async Task Jurisdictions() => await Holds(
        new JurisdictionList([JurisdictionRow.Of(new KnownJurisdiction(Facts.Travis, true))], "n"),
        ApiJson.Web.JurisdictionList, JurisdictionList.Table, "jurisdictions", ["id", "name", "state", "kind", "fips", "listed"]);

    [Fact]
    public async Task Places() => await Holds(
        new PlaceList([PlaceRow.Of(new KnownPlace(Facts.Travis, true, false, 1, Facts.Week, Facts.Week, true))], "n"),
        ApiJson.Web.PlaceList,
        PlaceList.Table,
        "places",
        ["id", "name", "state", "kind", "fips", "listed", "listedThroughState", "weeksNamed", "firstNamed", "lastNamed", "registered"]);

    [Fact]
    public async Task States() => await Holds(
        new StateWeekList([new StateWeekRow(Facts.Week, 1, "TX", "Texas", 10, 27, 1, false)], "n"),
        ApiJson.Web.StateWeekList,
        StateWeekList.Table,
        "states",
        ["week", "revision", "state", "name", "declined", "issued", "listed", "statewide"]);

    [Fact]
    public async Task Agencies() => await Holds(
        new AgencyList([Jail], "n"),
        ApiJson.Web.AgencyList,
        AgencyList.Table,
        "agencies",
        ["id", "name", "state", "jurisdictions", "declined", "weeks", "firstNamed", "lastNamed"]);

    [Fact]
    public async Task An_agencys_rows()
    {
        string[] row = ["agency", "citizenship", "issued", "declined", "reason", "activity", "disposition", "asPrinted"];
        var page = new AgencyPage(Jail, [AgencyDecline.Of(new AgencyRow(Facts.Week, 1, new DeclineRow(Facts.Declined)))], "n");
        await Holds(page, ApiJson.Web.AgencyPage, AgencyPage.Table, "declines", ["week", "revision", .. Jurisdiction, .. row, .. Source, "questions"]);
    }

    [Fact]
    public async Task A_week_by_jurisdiction()
    {
        var change = new JurisdictionChange(-3, 2, ListingChange.Added);
        var row = new WeekJurisdiction(Facts.Travis, 27, 10, true, 1, Facts.Week, change, []);
        var list = new WeekJurisdictionList(Facts.Week, 1, Facts.Week.AddDays(-7), new RowsWithoutState(1, 2), [row], "n");

        var csv = (await ApiResult.List(ResponseFormat.Csv, list, ApiJson.Web.WeekJurisdictionList, WeekJurisdictionList.Table).Send()).Text;

        Assert.Equal(
            "jurisdiction.id,jurisdiction.name,jurisdiction.state,jurisdiction.kind,jurisdiction.fips,issued,declined,listed,listings,"
            + "firstListed,change.issued,change.declined,change.listed\r\n"
            + "tx-travis-county,Travis County,TX,county,48453,27,10,true,1,2017-02-04,-3,2,added\r\n",
            csv);
    }

    [Fact]
    public async Task Moments()
    {
        var learned = new Learned(Facts.Moment, LearnedKind.Revision, Facts.Week, 2, Facts.Id, "2017-02-04.2");
        var list = new MomentList([new KnowledgeDay(new DateOnly(2017, 2, 20), [learned, learned with { Kind = LearnedKind.Week }])], null);

        var csv = (await ApiResult.List(ResponseFormat.Csv, list, ApiJson.Web.MomentList, MomentList.Table).Send()).Text;

        Assert.Equal("day,learned.kind,learned.id\r\n2017-02-20,revision | week,2017-02-04.2 | 2017-02-04.2\r\n", csv);
    }

    [Fact]
    public async Task Revisions()
    {
        var totals = new AlteredTotals(new AlteredTotal(1, 2), new AlteredTotal(3, 4), new AlteredTotal(5, 6));
        var altered = new AlteredListing(Facts.Travis, "policy", null, "None");
        var listings = new ListingDifferences([Facts.Travis], [new RemovedListing(Facts.Travis, null)], [altered]);
        var changes = new RevisionChanges(totals, [new AlteredVolume(Facts.Travis, null, 3)], new RowChanges(1, 2), listings, ["scope"]);
        string[] revision = ["revision", "publishedAt", "releasedOn", "reportId"];
        string[] fields =
        [
            .. revision,
            "changes.totals.detainersIssued.from", "changes.totals.detainersIssued.to",
            "changes.totals.detainersDeclined.from", "changes.totals.detainersDeclined.to",
            "changes.totals.jurisdictionsListed.from", "changes.totals.jurisdictionsListed.to",
            "changes.issued", "changes.declines.added", "changes.declines.removed",
            "changes.listings.added", "changes.listings.removed", "changes.listings.altered", "changes.other",
            "inForce", "releasedAgainOn", "reader", "rereadAt", "earlierReadings", "seenAt", "sourceAddress", "seenAgain",
        ];
        var list = new RevisionList(Facts.Week, [new RevisionRow(2, Facts.Moment, null, Facts.Id, changes)], "n");
        await Holds(list, ApiJson.Web.RevisionList, RevisionList.Table, "revisions", fields);
    }

    [Fact]
    public async Task A_first_revision_has_no_changes_and_a_total_that_stayed_is_left_out()
    {
        var totals = new AlteredTotals(new AlteredTotal(1, 2), null, null);
        var changes = new RevisionChanges(totals, [], new RowChanges(0, 0), new ListingDifferences([], [], []), []);
        RevisionRow[] rows = [new(2, Facts.Moment, null, Facts.Id, changes), new(1, Facts.Moment, null, Facts.Id, null)];

        var sent = await ApiResult.Json(new RevisionList(Facts.Week, rows, null), ApiJson.Web.RevisionList).Send();
        var json = sent.Json.GetProperty("revisions");

        Assert.Equal("""{"detainersIssued":{"from":1,"to":2}}""", json[0].GetProperty("changes").GetProperty("totals").GetRawText());
        Assert.Equal(JsonValueKind.Null, json[1].GetProperty("changes").ValueKind);
    }

    [Fact]
    public async Task Captures()
    {
        string[] fields = ["address", "at", "status", "outcome", "sha256", "reportId", "lastModified", "source", "etag", "contentType", "date", "error"];
        var capture = new Capture("https://agency.example/", "https://agency.example/report.pdf", Facts.Moment, CaptureOutcome.Withdrawn);
        await Holds(new CaptureList([CaptureRow.Of(capture)], "n"), ApiJson.Web.CaptureList, CaptureList.Table, "captures", fields);
    }

    [Fact]
    public async Task Sources()
    {
        string[] fields =
        [
            "source", "kind", "link", "every", "watched", "watchedSince", "lookedAt", "answeredAt", "status", "error", "changedAt", "links", "limit",
        ];
        var source = new Source(new Uri("https://agency.example/"), new System.Text.RegularExpressions.Regex("pdf"), TimeSpan.FromHours(1));
        await Holds(new SourceRows(SourceRow.Of([source], []), "n"), ApiJson.Web.SourceRows, SourceRows.Table, "sources", fields);
    }

    [Fact]
    public async Task A_state()
    {
        var week = new StateWeek(Facts.Week, 1, 10, 27, 1, []);
        var page = new StatePage("TX", "Texas", false, [JurisdictionRow.Of(new KnownJurisdiction(Facts.Travis, true))], [week]);

        var json = (await ApiResult.List(ResponseFormat.Json, page, ApiJson.Web.StatePage, StatePage.Table).Send()).Json;
        Assert.Equal(["state", "name", "listedStatewide", "jurisdictions", "weeks"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["week", "revision", "declined", "issued", "listed", "corrections"],
            json.GetProperty("weeks")[0].EnumerateObject().Select(property => property.Name));

        var csv = (await ApiResult.List(ResponseFormat.Csv, page, ApiJson.Web.StatePage, StatePage.Table).Send()).Text;
        Assert.Equal("state,week,revision,declined,issued,listed\r\nTX,2017-02-04,1,10,27,1\r\n", csv);
    }

    [Fact]
    public async Task A_history()
    {
        var week = new HistoryWeek(Facts.Week, 1, 1, 27, true, ListingEntry.Of(new ListingRow(Facts.Listed)), [DeclineEntry.Of(new DeclineRow(Facts.Declined))], []);
        var page = new HistoryPage(Facts.Travis, new HistoryTotals(1, 1, Facts.Week, Facts.Week), [week], null);

        var json = (await ApiResult.List(ResponseFormat.Json, page, ApiJson.Web.HistoryPage, HistoryPage.Table).Send()).Json;
        Assert.Equal(["jurisdiction", "totals", "weeks", "next"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("next").ValueKind);
        Assert.Equal("San Antonio", json.GetProperty("weeks")[0].GetProperty("listing").GetProperty("aor").GetString());

        var csv = (await ApiResult.List(ResponseFormat.Csv, page, ApiJson.Web.HistoryPage, HistoryPage.Table).Send()).Text;
        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        const string Row = "\r\ntx-travis-county,Travis County,TX,county,48453,2017-02-04,1,1,27,true,San Antonio,January 2017,";
        Assert.Contains(Row, csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_a_week_is_that_of_the_history_with_its_jurisdiction()
    {
        var (decline, listing) = (new DeclineRow(Facts.Declined), new ListingRow(Facts.Listed));
        Assert.Equal(["jurisdiction", .. Keys(DeclineEntry.Of(decline))], Keys(decline));
        Assert.Equal(["jurisdiction", .. Keys(ListingEntry.Of(listing))], Keys(listing));

        static IEnumerable<string> Keys<T>(T value) => JsonSerializer.SerializeToElement(value, ApiJson.Web.Options)
            .EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal).OrderBy(name => name != "jurisdiction");
    }

    private static async Task Holds<TPage, TRow>(
        TPage page, JsonTypeInfo<TPage> type, CsvTable<TRow> table, string name, string[] fields)
        where TPage : IPage<TRow>
    {
        var json = (await ApiResult.List(ResponseFormat.Json, page, type, table).Send()).Json;
        Assert.Equal("n", json.GetProperty("next").GetString());
        var row = json.GetProperty(name)[0];
        Assert.Equal(fields.Order(StringComparer.Ordinal), Paths(row, "").Order(StringComparer.Ordinal));

        var csv = (await ApiResult.List(ResponseFormat.Csv, page, type, table).Send()).Text;
        Assert.Equal(string.Join(',', fields), csv[..csv.IndexOf('\r', StringComparison.Ordinal)]);
    }

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject()
            .SelectMany(property => Paths(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
        : [path];
}
