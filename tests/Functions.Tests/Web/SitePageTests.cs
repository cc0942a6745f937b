using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Functions.Web;
using DetainerLedger.History;
using DetainerLedger.Pages.About;
using DetainerLedger.Pages.Assets;
using DetainerLedger.Pages.Follow;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Places;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DetainerLedger.Functions.Tests.Web;

public sealed class SitePageTests
{
    private static readonly Site Site = new(new PageRenderer(), new SiteSettings("", null));

    [Fact]
    public async Task A_page_is_cached_until_the_ledger_changes_and_loads_nothing_inline()
    {
        var (page, view) = await About("/about");
        var sent = await page.Send();

        Assert.Equal(view.Version, page.IndexVersion);
        Assert.Equal("text/html; charset=utf-8", sent.Header("Content-Type"));
        Assert.Equal(Site.Policy, sent.Header("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", Site.Policy, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_page_has_the_same_tag_whoever_asks_for_it()
    {
        var one = await (await About("/about")).Page.Send(Requests.Get("/about", ("Host", "one.example")));
        var other = await (await About("/about?code=secret&utm=x")).Page.Send(Requests.Get("/about", ("Host", "other.example")));

        Assert.Equal(one.Header("ETag"), other.Header("ETag"));
        Assert.Equal(304, (await (await About("/about")).Page.Send(Requests.Get("/about", ("If-None-Match", one.Header("ETag")!)))).Status);
    }

    [Fact]
    public async Task A_page_of_a_subscription_is_never_stored_and_has_no_tag()
    {
        var page = await Site.Personal<LeftPage, LeftModel>(new LeftModel(Already: true), 404);
        var sent = await page.Send(Requests.Get("/manage/token"));

        Assert.Null(page.IndexVersion);
        Assert.Equal((404, "no-store", null), (sent.Status, sent.Header("Cache-Control"), sent.Header("ETag")));
        Assert.Equal("Accept-Encoding", sent.Header("Vary"));
        Assert.Contains("noindex", sent.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/jurisdictions/tx-travs-county", "/jurisdictions/tx-travis-county")]
    [InlineData("/Travs", "/jurisdictions/tx-travis-county")]
    public async Task A_page_that_is_not_there_leads_to_near_names_and_the_search(string path, string near)
    {
        var sent = await Error(Problems.NoSuchRoute, path);

        Assert.Equal(404, sent.Status);
        Assert.Equal("text/html; charset=utf-8", sent.Header("Content-Type"));
        Assert.Equal("no-store", sent.Header("Cache-Control"));
        Assert.Contains($"href=\"{near}\"", sent.Text, StringComparison.Ordinal);
        Assert.Contains("action=\"/search\"", sent.Text, StringComparison.Ordinal);
        Assert.Contains("noindex", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_page_repeats_no_markup_of_the_path()
    {
        var sent = await Error(Problems.NoSuchRoute, "/<script>alert(1)</script>");

        Assert.DoesNotContain("<script>alert", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_is_an_error_page_that_names_the_right_ones()
    {
        var sent = await Error(Problems.MethodNotAllowed(["GET", "HEAD"]), "/weeks");

        Assert.Equal(405, sent.Status);
        Assert.Equal("GET, HEAD", sent.Header("Allow"));
    }

    [Fact]
    public async Task An_asset_is_immutable_and_another_version_of_it_is_not_found()
    {
        var style = SiteAssets.StyleSheet;
        var sent = await GetAsset.Run(Requests.Get(style.Path), style.Name).Send();

        Assert.Equal("text/css; charset=utf-8", sent.Header("Content-Type"));
        Assert.Contains("immutable", sent.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal(404, (await GetAsset.Run(Requests.Get("/assets/site-0.css"), "site-0.css").Send()).Status);
    }

    [Fact]
    public void The_form_of_two_weeks_leads_to_their_page_and_keeps_the_day()
    {
        var answer = ShowComparison.RunForForm(Requests.Get("/weeks/compare?a=2017-01-28&b=2017-02-04&asOf=2017-03-28"));

        Assert.Equal("/weeks/2017-01-28/compare/2017-02-04?asOf=2017-03-28", Assert.IsType<RedirectHttpResult>(answer).Url);
    }

    [Theory]
    [InlineData("/weeks/compare?a=2017-01-28")]
    [InlineData("/weeks/compare?a=//evil.example&b=2017-02-04")]
    public void The_form_of_two_weeks_leads_nowhere_else(string path) =>
        Assert.Equal(400, Assert.IsType<Problem>(ShowComparison.RunForForm(Requests.Get(path))).Status);

    private static async Task<(ApiResult Page, LedgerView View)> About(string path)
    {
        var request = Requests.Get(path);
        Assert.True(ResourceRequest.TryRead(request, ResponseFormats.HtmlOnly, _ => true, out var asked, out _));
        var view = new LedgerIndex([], [], "1").Now;
        return (await Site.Page<AboutPage, AboutModel>(request, asked.AsOf, view, new AboutModel(WeekCoverage.Of(view))), view);
    }

    private static Task<Sent> Error(Problem problem, string path)
    {
        var request = Requests.Get("/");
        request.Path = path;
        request.HttpContext.Features.Set<IProblemWriter>(new ErrorPages(Site, JurisdictionRegister.Default));
        return problem.Send(request);
    }
}
