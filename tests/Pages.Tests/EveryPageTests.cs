using AngleSharp.Html.Dom;
using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Ingest;
using DetainerLedger.Pages.About;
using DetainerLedger.Pages.Agencies;
using DetainerLedger.Pages.Arrivals;
using DetainerLedger.Pages.Corrections;
using DetainerLedger.Pages.Digests;
using DetainerLedger.Pages.Errors;
using DetainerLedger.Pages.Follow;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Pages.Search;
using DetainerLedger.Pages.States;
using DetainerLedger.Pages.Watching;
using DetainerLedger.Pages.Weeks;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using DetainerLedger.Subscriptions;
using DetainerLedger.Watching;

namespace DetainerLedger.Pages.Tests;

/// <summary>What holds on each page, with the most hostile names that a report can have.</summary>
public sealed class EveryPageTests
{
    private const string Hostile = "<script>alert(1)</script>";

    private static readonly string Long = new('x', 300);
    private static readonly Jurisdiction Place = new("tx-hostile", $"{Hostile} ‮{Long}", "TX", JurisdictionKind.City, null);

    private static readonly PublishedReport First = Made.Published(Made.Report(Made.FirstWeek) with
    {
        Listings = [Made.Listing(Place, Hostile), Made.Listing(Made.Denver)],
    });

    private static readonly PublishedReport Later = Made.Published(Made.Report(Made.FirstWeek.AddDays(21)) with
    {
        Listings = [Made.Listing(Place, "Other words")],
        Declines = [Made.Declined(Place, agency: Hostile, reason: Hostile)],
        Notices = [new Notice(Hostile, Made.Source(1))],
    });

    private static readonly LedgerView View = Made.Index([First, Later], Made.Notice(
        new Correction(Made.FirstWeek, CorrectedSection.Listed, Place, Hostile, Hostile, 1, 0, Made.Source(1)))).Now;

    private static readonly Digest Written =
        new(Made.FirstWeek, 1, First.Revision.PublishedAt, Hostile, [new DigestSentence("47 detainers.", [new DigestFact("47", "/api/weeks/2017-01-28#/detainersDeclined")])]);

    private static readonly Filter Followed = new(Jurisdiction: "tx-hostile", Corrections: true);
    private static readonly Recipient Follower =
        new("id", RecipientKind.Mail, RecipientState.Active, "nonce", "sealed", Made.FirstWeek) { Filters = [Followed, new Filter(State: "TX")] };

    private static readonly PageContext Past = Made.Context("/path", Made.EndOf(2017, 3, 28));

    private static readonly Dictionary<string, Func<PageContext, Task<IHtmlDocument>>> All = new()
    {
        ["week"] = context => Rendering.Document<WeekPage, WeekModel>(WeekModel.Of(View, Later, First), context),
        ["places of a week"] = context => Rendering.Document<WeekPlacesPage, WeekPlacesModel>(WeekPlaces(), context),
        ["weeks"] = context => Rendering.Document<WeekListPage, WeekListModel>(
            new WeekListModel(View.Weeks, WeekCoverage.Of(View), [Later.Revision.Week, First.Revision.Week], "cursor"), context),
        ["revisions"] = context => Rendering.Document<RevisionsPage, RevisionsModel>(
            new RevisionsModel(Later.Revision.Period, [(Later.Revision, Row())], 2, null), context),
        ["comparison"] = context => Rendering.Document<ComparisonPage, ComparisonModel>(
            new ComparisonModel(WeekComparison.Of(View, First, Later), [Later.Revision.Week, First.Revision.Week]), context),
        ["states"] = context => Rendering.Document<StatesPage, StatesModel>(
            new StatesModel([.. StateWeeks.Of(JurisdictionRegister.Default.States, View.Weeks.Zip(Counts()))], default), context),
        ["state"] = context => Rendering.Document<StatePage, StateModel>(State(), context),
        ["search"] = context => Rendering.Document<SearchPage, SearchModel>(new SearchModel(Hostile, [], [], [Made.Travis]), context),
        ["corrections"] = context => Rendering.Document<CorrectionsPage, CorrectionsModel>(
            new CorrectionsModel([.. CorrectionEntry.KnownIn(View)], "cursor"), context),
        ["agency"] = context => Rendering.Document<AgencyPage, AgencyModel>(Agency(), context),
        ["arrivals"] = context => Rendering.Document<ArrivalsPage, ArrivalsModel>(new ArrivalsModel([Arrived()], "cursor"), context),
        ["sources"] = context => Rendering.Document<SourcesPage, SourcesModel>(Watched(), context),
        ["digests"] = context => Rendering.Document<DigestsPage, DigestsModel>(new DigestsModel([Written.Heading], null), context),
        ["digest"] = context => Rendering.Document<DigestPage, Digest>(Written, context),
        ["about"] = context => Rendering.Document<AboutPage, AboutModel>(new AboutModel(WeekCoverage.Of(View)), context),
        ["error"] = context => Rendering.Document<ErrorPage, ErrorModel>(new ErrorModel(404, Hostile, Hostile, [Made.Travis]), context),
        ["follow"] = context => Rendering.Document<FollowPage, FollowModel>(new FollowModel(new Filter(), Hostile), context),
        ["asked"] = context => Rendering.Document<AskedPage, AskedModel>(AskedModel.Instance, context),
        ["confirm"] = context => Rendering.Document<ConfirmPage, ConfirmModel>(new ConfirmModel("token", [Followed], [Followed], NothingChosen: true), context),
        ["confirmed"] = context => Rendering.Document<ConfirmedPage, ConfirmedModel>(new ConfirmedModel([Followed], "token"), context),
        ["manage"] = context => Rendering.Document<ManagePage, ManageModel>(new ManageModel("token", Hostile, Follower), context),
        ["leave"] = context => Rendering.Document<LeavePage, LeaveModel>(new LeaveModel("token"), context),
        ["left"] = context => Rendering.Document<LeftPage, LeftModel>(new LeftModel(Already: true), context),
        ["empty"] = context => Rendering.Document<EmptyPage, EmptyLedger>(EmptyLedger.Instance, context),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    // The pages of subscriptions show the present.
    public static TheoryData<string> OfTheLedger =>
        [.. All.Keys.Except(["follow", "asked", "confirm", "confirmed", "manage", "leave", "left"])];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_one_heading_a_title_a_search_and_the_site_around_it(string name)
    {
        var page = await All[name](Past);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith("Detainer Ledger", page.Title, StringComparison.Ordinal);
        Assert.NotEmpty(page.One("main h1").Words());
        Assert.NotEmpty(page.QuerySelectorAll("header form[role=search] input[name=q]"));
        Assert.NotNull(page.QuerySelector("body > footer"));
        Assert.Equal(page.All.Where(element => element.Id is { Length: > 0 }).Select(element => element.Id).Distinct().Count(), page.QuerySelectorAll("[id]").Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Text_stays_text_and_nothing_is_inline(string name)
    {
        var page = await All[name](Past);

        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], main img"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_word_runs_into_a_link(string name)
    {
        var main = (await All[name](Made.Context("/path"))).One("main");

        Assert.DoesNotMatch(@"[\w.,;:!?]<(a|strong)\b|</(a|strong)>(\w|<(a|strong)\b)", main.InnerHtml);
    }

    [Theory]
    [MemberData(nameof(OfTheLedger))]
    public async Task Every_link_to_another_page_keeps_the_day(string name)
    {
        var page = await All[name](Past);
        var links = page.QuerySelectorAll("nav a, main a").Concat(page.QuerySelectorAll(".name a"))
            .Select(link => link.GetAttribute("href")!).Where(address => address.StartsWith('/') && !address.StartsWith("/api/", StringComparison.Ordinal));

        Assert.All(links, address => Assert.Contains("asOf=2017-03-28", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_gap_is_a_row_of_the_list_of_weeks()
    {
        var page = await All["weeks"](Made.Context("/weeks"));

        Assert.Equal("2 weeks missing: February 4, 2017 to February 11, 2017", page.One("tr.gap").Words());
        Assert.EndsWith("/weeks?cursor=cursor", page.One("nav.pager a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_has_both_weeks_in_its_heading_and_leads_to_the_two_swapped()
    {
        var page = await All["comparison"](Made.Context("/weeks/2017-01-28/compare/2017-02-18"));

        Assert.Equal("The weeks of January 28, 2017 and February 18, 2017", page.One("h1").Words());
        Assert.Contains("/weeks/2017-02-18/compare/2017-01-28", page.Addresses());
        Assert.Equal(["2017-01-28", "2017-02-18"], page.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task A_rejected_file_has_its_reason()
    {
        var page = await All["arrivals"](Made.Context("/arrivals"));

        Assert.Contains("Rejected. The file has no text. (page 2)", page.One("ol.arrivals li").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_can_be_linked_to()
    {
        var page = await All["corrections"](Made.Context("/corrections"));
        var id = CorrectionEntry.KnownIn(View).First().Id;

        Assert.Contains("reported as 1 listing, corrected to 0 listings", page.GetElementById(id)!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_number_of_a_digest_links_to_its_fact() =>
        Assert.Equal("/api/weeks/2017-01-28#/detainersDeclined", (await All["digest"](Made.Context("/digests/2017-01-28"))).One("a.fact").GetAttribute("href"));

    private static IReadOnlyList<ReportCounts> Counts() =>
        [.. new[] { Later, First }.Select(report => ReportCounts.Of(report.Report, report.Revision.Reading))];

    private static WeekPlacesModel WeekPlaces()
    {
        var week = WeekJurisdictions.Of(View, Later.Revision, Counts());
        return new WeekPlacesModel(week, week.Rows, "cursor");
    }

    private static RevisionRow Row() => RevisionRow.Of(
        View, new RevisionPair(First.Revision, Later.Revision), new[] { First, Later }.ToDictionary(report => report.Revision.Reading));

    private static StateModel State()
    {
        var history = StateHistory.Of(View, JurisdictionRegister.Default.FindState("TX")!, Counts());
        return new StateModel(history, history.Weeks, "cursor");
    }

    private static AgencyModel Agency()
    {
        var facts = JurisdictionWeeks.Of(Later.Report, Later.Revision.Reading);
        var history = AgencyHistory.Of(View, KnownAgencies.Of(Counts()).First(), facts);
        return new AgencyModel(history, history.Rows, View.Weeks, null);
    }

    private static Arrival Arrived() => new()
    {
        Id = Made.Id(Made.FirstWeek),
        Name = Hostile,
        Bytes = 1234,
        ReceivedAt = First.Revision.PublishedAt,
        State = ArrivalState.Rejected,
        Error = new Refusal("no-text", "The file has no text.", 2, null),
        BlobName = "a",
        ETag = "0x1",
    };

    private static SourcesModel Watched()
    {
        var at = First.Revision.PublishedAt;
        var source = new Source(new Uri("https://agency.example/<script>"), new System.Text.RegularExpressions.Regex(Hostile), TimeSpan.FromHours(1));
        var state = new WatchedSource(source.Id, at) { LastLookAt = at, LastError = Hostile, Limit = LookFailures.TooManyLinks, LastChangeAt = at };
        FileEvent[] files =
        [
            new("1", FileEventKind.Changed, at, source.Id, Hostile, "aa"), new("2", FileEventKind.Withdrawn, at, source.Id, Hostile, "aa"),
            new("3", FileEventKind.Withdrawn, at, source.Id, Hostile, "aa") { Status = 404 }, new("4", FileEventKind.Returned, at, source.Id, Hostile, "aa"),
        ];
        return new SourcesModel(
            [new SourceLine(source.Id, source, state), new SourceLine("https://former.example/", null, null)],
            [.. files.Select(file => new FileObserved(file, Made.FirstWeek))]);
    }
}
