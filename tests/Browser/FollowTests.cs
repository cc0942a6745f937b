using System.Text;
using System.Text.Json.Nodes;
using Acceptance.App;
using Browser.Visits;

namespace Browser;

/// <summary>The walk of the README: follow Travis County, confirm from the mail, and hear of a revision. On a ledger of its own, which it changes.</summary>
public sealed class FollowTests(Site site) : IAsyncLifetime
{
    private const string Address = "reader@example.org";
    private const string Travis = "tx-travis-county";

    private readonly string _mails = Directory.CreateTempSubdirectory("ledger-mails-").FullName;
    private TheApp? _app;

    private TheApp App => _app ?? throw new InvalidOperationException("The app was not started.");

    private MailFolder Mails => new(_mails);

    public async ValueTask InitializeAsync()
    {
        _app = new TheApp { MoreSettings = MailFolder.Settings(_mails) };
        await _app.InitializeAsync();
        await _app.TakeSample(Samples.ThirdWeek);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(_mails, recursive: true);
    }

    [Fact]
    public async Task A_reader_follows_a_county_confirms_from_the_mail_hears_of_a_revision_and_leaves()
    {
        await using var reader = await site.Reader(javaScript: false, width: 320, at: App.Http.BaseAddress);
        await reader.Visit("/");
        await reader.Search("Travis County, Texas");
        await reader.Follow("Travis County");
        await reader.Send("#follow-email", Address);
        await Shows(reader, "Check your mail");

        var confirm = MailFolder.Link(await Mails.Await("confirm-*.eml"), "confirm");
        await reader.Visit(confirm);
        await Shows(reader, "Confirm what to follow");
        await Obeys(confirm);
        await reader.Press("Confirm");
        await Shows(reader, "Confirmed");
        Assert.Contains("This address follows: Travis County, Texas", await reader.Main(), StringComparison.Ordinal);

        await Revise();
        var mail = await Mails.Await("week-2017-02-11-r2.*.eml");
        Assert.Contains("Travis County, Texas\n- Detainers recorded as declined: 0; in revision 1: 10.", mail.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        await reader.Visit(MailFolder.Link(mail, "jurisdictions"));
        Assert.Contains("A later edition of the report of the week of February 11, 2017 says something else.", await reader.Main(), StringComparison.Ordinal);

        var manage = MailFolder.Link(mail, "manage");
        await reader.Visit(manage);
        await Shows(reader, "What is stored");
        Assert.Contains(Address, await reader.Main(), StringComparison.Ordinal);
        await Obeys(manage);
        var leave = MailFolder.Link(mail, "unsubscribe");
        await Obeys(leave);
        await reader.Visit(leave);
        await reader.Press("Unsubscribe");
        await Shows(reader, "Unsubscribed");
        await reader.Visit(manage, System.Net.HttpStatusCode.NotFound);
        await Shows(reader, "Already unsubscribed");
        // The browser reports the last page, which is gone, as one that failed to load.
        Assert.DoesNotContain(reader.Console, line => !line.Contains("404", StringComparison.Ordinal));
    }

    private static async Task Shows(Reader reader, string heading)
    {
        Assert.Equal(heading, await reader.Text("h1"));
        Assert.Empty(await reader.TooWide());
        Assert.Equal("noindex", await reader.Page.EvaluateExpressionAsync<string>("document.querySelector('meta[name=robots]').content"));
    }

    // A page that shows something of one reader is accessible, and stored nowhere.
    private async Task Obeys(string path)
    {
        await using var reader = await site.Reader(bypassPolicy: true, at: App.Http.BaseAddress);
        var answer = await reader.Visit(path);
        Assert.Equal("no-store", answer.Headers["cache-control"]);
        Assert.DoesNotContain("etag", answer.Headers.Keys);
        Assert.Contains("default-src 'none'", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Empty(await Axe.Violations(reader));
    }

    private async Task Revise()
    {
        var report = await App.Read("/api/weeks/2017-02-11/report");
        var kept = report.Rows("declines").Where(row => row.Text("jurisdiction.id") != Travis).Select(row => row.DeepClone());
        report["declines"] = new JsonArray([.. kept]);
        var taken = await App.Take("revision.json", Encoding.UTF8.GetBytes(report.ToJsonString()));
        Assert.Equal(2, taken.Number("revision"));
    }
}
