using DetainerLedger.Functions.Api;
using DetainerLedger.Functions.Api.Agencies;
using DetainerLedger.Functions.Api.Corrections;
using DetainerLedger.Functions.Api.Feed;
using DetainerLedger.Functions.Api.Jurisdictions;
using DetainerLedger.Functions.Api.Knowledge;
using DetainerLedger.Functions.Api.Questions;
using DetainerLedger.Functions.Api.States;
using DetainerLedger.Functions.Api.Weeks;
using DetainerLedger.Functions.Web;
using DetainerLedger.History;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Storage.Tests;

/// <summary>What readers ask of a <see cref="LongLedger"/>, each answered by its function.</summary>
internal static class ReaderRequests
{
    private static readonly JurisdictionRegister Register = JurisdictionRegister.Default;
    private static readonly string Week = ReportingWeek.Name(LongLedger.Week(1));
    private static readonly string WeekBefore = ReportingWeek.Name(LongLedger.Week(0));
    private static readonly string Agency = AgencyNames.IdOf(LongLedger.Frequent.State, $"{LongLedger.Frequent.Name} Jail")!;
    private static readonly Site Site = new(new PageRenderer(), new SiteSettings("", null, SendsMail: true));
    private static readonly PublicLinks Links = new(Options.Create(new ApiOptions()));

    /// <summary>Each by its path.</summary>
    public static IReadOnlyDictionary<string, Func<TableLedger, Task<IResult>>> All { get; } = new Dictionary<string, Func<TableLedger, Task<IResult>>>
    {
        ["weeks/latest"] = ledger => new GetWeek(ledger, Weeks(ledger)).Run(Request(), "latest"),
        [$"weeks/{Week}"] = ledger => new GetWeek(ledger, Weeks(ledger)).Run(Request(), Week),
        ["weeks"] = ledger => new GetWeeks(ledger).Run(Request()),
        [$"weeks/{Week}/declines"] = ledger => new GetDeclines(ledger, Weeks(ledger), Jurisdictions(ledger), Register).Run(Request(), Week),
        [$"weeks/{Week}/listings"] = ledger => new GetListings(ledger, Weeks(ledger), Register).Run(Request(), Week),
        [$"weeks/{Week}/revisions"] = ledger => new GetRevisions(ledger, Weeks(ledger)).Run(Request(), Week),
        [$"weeks/{WeekBefore}/compare/latest"] = ledger => new CompareWeeks(ledger, Weeks(ledger)).Run(Request(), WeekBefore, "latest"),
        [$"jurisdictions/{LongLedger.Frequent.Id}/history"] = ledger => new GetHistory(ledger, Jurisdictions(ledger), Register).Run(Request(), LongLedger.Frequent.Id!),
        ["jurisdictions"] = ledger => new GetJurisdictions(ledger, Jurisdictions(ledger), Register).Run(Request()),
        [$"states/{LongLedger.Frequent.State}"] = ledger => new GetState(ledger, Jurisdictions(ledger), Register).Run(Request(), LongLedger.Frequent.State!),
        [$"weeks/{Week}/jurisdictions"] = ledger => new GetWeekJurisdictions(ledger, Jurisdictions(ledger), Register).Run(Request(), Week),
        [$"jurisdictions/{LongLedger.Frequent.Id}/changes"] = ledger => new GetChanges(ledger, Places(ledger), Register).Run(Request(), LongLedger.Frequent.Id!),
        ["places"] = ledger => new GetPlaces(ledger, Places(ledger), Register).Run(Request()),
        ["states"] = ledger => new GetStates(ledger, Jurisdictions(ledger)).Run(Request()),
        [$"agencies/{Agency}"] = ledger => new GetAgency(ledger, new AgencyQueries(ledger)).Run(Request(), Agency),
        ["agencies"] = ledger => new GetAgencies(ledger, new AgencyQueries(ledger), Register).Run(Request()),
        ["moments"] = ledger => new GetMoments(ledger).Run(Request()),
        [$"weeks/{Week}/revisions/1/questions"] = ledger => new GetQuestions(ledger).Run(Request(), Week, "1"),
        ["corrections"] = ledger => new GetCorrections(ledger).Run(Request()),
        ["feed"] = ledger => new GetFeed(ledger, new EventQueries(ledger, ledger), Register, Links).Run(Request()),
    };

    /// <summary>The pages of what grows with the ledger, each by its path, with the paths of the data that it shows.</summary>
    public static IReadOnlyDictionary<string, (string[] Data, Func<TableLedger, Task<IResult>> Ask)> Pages { get; } = new Dictionary<string, (string[], Func<TableLedger, Task<IResult>>)>
    {
        ["/"] = (["weeks/latest"], ledger => ShowWeek(ledger).RunForHome(Request("/"))),
        [$"/weeks/{Week}"] = ([$"weeks/{Week}"], ledger => ShowWeek(ledger).Run(Request($"/weeks/{Week}"), Week)),
        ["/weeks"] = (["weeks"], ledger => new ShowWeeks(ledger, Site).Run(Request("/weeks"))),
        [$"/weeks/{Week}/jurisdictions"] = ([$"weeks/{Week}/jurisdictions"], ledger => new ShowWeekPlaces(ledger, Jurisdictions(ledger), Site).Run(Request("/weeks"), Week)),
        [$"/weeks/{Week}/revisions"] = ([$"weeks/{Week}/revisions"], ledger => new ShowRevisions(ledger, Weeks(ledger), Site).Run(Request("/weeks"), Week)),
        [$"/weeks/{WeekBefore}/compare/latest"] =
            ([$"weeks/{WeekBefore}/compare/latest"], ledger => new ShowComparison(ledger, Weeks(ledger), Site).Run(Request("/weeks"), WeekBefore, "latest")),
        [$"/jurisdictions/{LongLedger.Frequent.Id}"] = (
            [$"jurisdictions/{LongLedger.Frequent.Id}/changes", "places"],
            ledger => new ShowJurisdiction(ledger, new PlaceStories(ledger, Register), Register, Site).Run(Request("/jurisdictions"), LongLedger.Frequent.Id!)),
        ["/states"] = (["states"], ledger => ShowStates(ledger).Run(Request("/states"))),
        [$"/states/{LongLedger.Frequent.State}"] = (
            [$"states/{LongLedger.Frequent.State}"], ledger => ShowStates(ledger).RunForOne(Request("/states"), LongLedger.Frequent.State!)),
        ["/search?q=county"] = (["places", "agencies"], ledger => new ShowSearch(ledger, Places(ledger), new AgencyQueries(ledger), Site).Run(Request("/search", "?q=county"))),
        [$"/agencies/{Agency}"] = ([$"agencies/{Agency}"], ledger => new ShowAgency(ledger, new AgencyQueries(ledger), Site).Run(Request("/agencies"), Agency)),
        ["/corrections"] = (["corrections"], ledger => new ShowCorrections(ledger, Site).Run(Request("/corrections"))),
        ["/about"] = (["weeks"], ledger => new ShowAbout(ledger, Site).Run(Request("/about"))),
        ["/sitemap.xml"] = (["jurisdictions", "agencies"], ledger => new GetSitemap(ledger, Jurisdictions(ledger), new AgencyQueries(ledger), Register, Links).Run(Request("/sitemap.xml"))),
    };

    private static ShowWeek ShowWeek(TableLedger ledger) => new(ledger, Weeks(ledger), new TrendQueries(ledger), Site);

    private static ShowStates ShowStates(TableLedger ledger) => new(ledger, Jurisdictions(ledger), Register, Site);

    private static WeekQueries Weeks(IReportReader ledger) => new(ledger);

    private static PlaceQueries Places(IJurisdictionReader ledger) => new(ledger, Register);

    private static JurisdictionQueries Jurisdictions(IJurisdictionReader ledger) => new(ledger);

    private static HttpRequest Request(string path = "/", string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.Method = HttpMethods.Get;
        request.Path = path;
        request.QueryString = new QueryString(query);
        return request;
    }
}
