using AngleSharp.Html.Dom;
using DetainerLedger.History;
using DetainerLedger.Pages.About;
using DetainerLedger.Pages.Follow;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Pages.States;
using DetainerLedger.Places;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Pages.Tests;

public sealed class FollowPageTests
{
    private const string Token = "0123456789abcdef0123456789abcdef.m.nonce.signature";
    private static readonly Filter Travis = new(Jurisdiction: "tx-travis-county");

    [Fact]
    public async Task A_page_of_a_state_has_a_form_that_follows_it_and_its_feed()
    {
        var section = (await State(Made.Context("/states/TX") with { Site = Made.Settings with { SendsMail = true } })).One("section[aria-labelledby=follow]");

        Assert.Equal("Follow Texas", section.One("h2").Words());
        Assert.Equal("/follow", section.One("form[method=post]").GetAttribute("action"));
        Assert.Equal("TX", section.One("input[name=state]").GetAttribute("value"));
        Assert.NotNull(section.One("input[type=email][required]").Id);
        Assert.Equal("/api/feed?state=TX", section.One("a[type='application/atom+xml']").GetAttribute("href"));
    }

    [Fact]
    public async Task Without_mail_there_is_the_feed_and_no_form()
    {
        var section = (await State(Made.Context("/states/TX"))).One("section[aria-labelledby=follow]");

        Assert.Empty(section.QuerySelectorAll("form"));
        Assert.Equal("/api/feed?state=TX", section.One("a[type='application/atom+xml']").GetAttribute("href"));
    }

    [Fact]
    public async Task The_past_can_not_be_followed() =>
        Assert.Empty((await State(Made.Context("/states/TX", Made.EndOf(2017, 3, 28)))).QuerySelectorAll("#follow"));

    [Fact]
    public async Task The_form_of_everything_leads_to_the_search_for_a_place()
    {
        var page = await Page<FollowPage, FollowModel>(new FollowModel(new Filter(Corrections: true), "Wrong"));

        Assert.Equal("Wrong", page.One("main [role=alert]").Words());
        Assert.Empty(page.QuerySelectorAll("main input[name=state], main input[name=jurisdiction]"));
        Assert.True(page.One("input[name=corrections]").HasAttribute("checked"));
        Assert.Single(page.QuerySelectorAll("main form[role=search]"));
    }

    [Fact]
    public async Task A_page_with_a_token_names_it_only_where_it_acts_and_is_not_indexed()
    {
        var recipient = new Recipient("id", RecipientKind.Mail, RecipientState.Active, "nonce", "sealed", Made.FirstWeek) { Filters = [Travis] };
        IHtmlDocument[] pages =
        [
            await Page<ConfirmPage, ConfirmModel>(new ConfirmModel(Token, [Travis], [])), await Page<LeavePage, LeaveModel>(new LeaveModel(Token)),
            await Page<ManagePage, ManageModel>(new ManageModel(Token, "reader@example.org", recipient)),
        ];

        Assert.All(pages, page =>
        {
            var named = page.All.Where(element => element.Attributes.Any(attribute => attribute.Value.Contains(Token, StringComparison.Ordinal)));
            Assert.All(named, element => Assert.True(element is IHtmlFormElement { Method: "post" }, element.OuterHtml));
            Assert.Equal("noindex", page.One("meta[name=robots]").GetAttribute("content"));
            Assert.Empty(page.QuerySelectorAll("link[rel=canonical], section[aria-labelledby=cite], input[name=asOf]"));
        });
    }

    [Fact]
    public async Task What_is_stored_is_shown_with_a_button_for_each_part_of_it()
    {
        var recipient = new Recipient("id", RecipientKind.Mail, RecipientState.Active, "nonce", "sealed", Made.FirstWeek)
        {
            Filters = [Travis, new Filter(State: "CA", Corrections: true)],
        };
        var page = await Page<ManagePage, ManageModel>(new ManageModel(Token, "reader@example.org", recipient));

        Assert.Contains("reader@example.org", page.One("dl.facts").Words(), StringComparison.Ordinal);
        Assert.Equal(["tx-travis-county", "CA+corrections"], page.QuerySelectorAll("input[name=remove]").Select(input => input.GetAttribute("value")));
        Assert.Equal(
            ["Remove Travis County, Texas", "Remove corrections and revisions for California"],
            page.QuerySelectorAll("form.remove button").Select(button => button.GetAttribute("aria-label")));
        Assert.Equal("all", page.One("button[name=delete]").GetAttribute("value"));
    }

    [Fact]
    public async Task About_says_what_is_held_where_mail_is_sent()
    {
        var (on, off) = (await About(sendsMail: true), await About(sendsMail: false));

        foreach (var held in (string[])["encrypted", "keyed hash", "what it follows", "for 30 days", "48 hours", "no IP address"])
            Assert.Contains(held, on, StringComparison.Ordinal);
        Assert.Contains("holds no reader's address", off, StringComparison.Ordinal);
    }

    private static async Task<string> About(bool sendsMail) => (await Rendering.Document<AboutPage, AboutModel>(
        new AboutModel(WeekCoverage.Of(Made.View())),
        Made.Context("/about") with { Site = Made.Settings with { SendsMail = sendsMail } })).One("section[aria-labelledby=followers]").Words();

    private static Task<IHtmlDocument> Page<TPage, TModel>(TModel model)
        where TPage : PageOf<TModel>
        where TModel : class => Rendering.Document<TPage, TModel>(model, Made.Context("/follow") with { Site = Made.Settings with { SendsMail = true } });

    private static Task<IHtmlDocument> State(PageContext context) => Rendering.Document<StatePage, StateModel>(
        new StateModel(StateHistory.Of(Made.View(), JurisdictionRegister.Default.FindState("TX")!, []), [], null), context);
}
