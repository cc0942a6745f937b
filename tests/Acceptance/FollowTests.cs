using System.Net;
using System.Text.RegularExpressions;
using Acceptance.App;

namespace Acceptance;

/// <summary>From the form to the mail about a revision, in the app as it runs.</summary>
public sealed partial class FollowTests : IAsyncLifetime
{
    private const string Travis = "Travis County, Texas";
    private readonly string _mails = Directory.CreateTempSubdirectory("ledger-mails-").FullName;
    private readonly TheApp _app;

    public FollowTests() => _app = new TheApp
    {
        MoreSettings = new Dictionary<string, string>
        {
            ["Delivery__Key"] = Convert.ToBase64String(new byte[32]),
            ["Delivery__PublicUrl"] = "http://ledger.example",
            ["Delivery__DaysBack"] = "36500",
            ["Delivery__Mail__From"] = "ledger@ledger.example",
            ["Delivery__Mail__Folder"] = _mails,
            ["FunctionsHost__Keys__ManageSubscriptions"] = "subscriptions-only",
        },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_mails, recursive: true);
    }

    [Fact]
    public async Task A_reader_follows_a_county_confirms_gets_the_revision_and_leaves()
    {
        await _app.Take("first.json", SmallReport.Of("2017-02-04", 100, [Travis, Travis], [(Travis, "Honors all")]));
        Assert.Contains("name=\"jurisdiction\" value=\"tx-travis-county\"", await _app.ReadText("/follow?jurisdiction=tx-travis-county"), StringComparison.Ordinal);
        var asked = await Post("/follow", ("email", "reader@example.org"), ("jurisdiction", "tx-travis-county"));
        Assert.Contains("Check your mail", asked, StringComparison.Ordinal);

        var confirm = Link(await Mail("confirm-*.eml"), "confirm");
        for (var i = 0; i < 2; i++) Assert.Contains("<button>Confirm</button>", await _app.ReadText(confirm), StringComparison.Ordinal);
        Assert.Contains("This address follows", await Post(confirm, ("filter", "tx-travis-county")), StringComparison.Ordinal);
        Assert.Contains("Already confirmed", await _app.ReadText(confirm), StringComparison.Ordinal);

        await _app.Take("second.json", SmallReport.Of("2017-02-04", 100, [Travis], [(Travis, "Honors none")]));
        var mail = await Mail("week-2017-02-04-r2.*.eml");
        Assert.Contains("recorded as declined: 1; in revision 1: 2.", OneLine(mail), StringComparison.Ordinal);

        Assert.Contains("reader@example.org", await _app.ReadText(Link(mail, "manage")), StringComparison.Ordinal);
        var leave = Link(mail, "unsubscribe");
        for (var i = 0; i < 2; i++) Assert.Contains("<button>Unsubscribe</button>", await _app.ReadText(leave), StringComparison.Ordinal);
        Assert.Contains("are deleted", await Post(leave, ("List-Unsubscribe", "One-Click")), StringComparison.Ordinal);
        Assert.Contains("Already unsubscribed", await Post(leave, ("List-Unsubscribe", "One-Click")), StringComparison.Ordinal);
        using var gone = await _app.Get(Link(mail, "manage"));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("reader@example.org", _app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_subscriptions_opens_them_and_can_not_upload()
    {
        using var upload = await Send("api/reports?name=a.json", "subscriptions-only", "{}");
        Assert.Equal(HttpStatusCode.Unauthorized, upload.StatusCode);
        using var refused = await Send("api/subscriptions", "subscriptions-only", """{"url":"https://169.254.169.254:80/"}""");
        Assert.Equal("invalid-url", (await refused.Problem(HttpStatusCode.BadRequest)).Text("code"));
        using var wrong = await Send("api/subscriptions", "subscriptions-only", """{"url":"https://receiver.example/","filter":{"state":"XX"}}""");
        Assert.Equal("invalid-filter", (await wrong.Problem(HttpStatusCode.BadRequest)).Text("code"));
        using var keyless = await Send("api/subscriptions", "wrong", "{}");
        Assert.Equal(HttpStatusCode.Unauthorized, keyless.StatusCode);
        using var form = await _app.Http.PostAsync(new Uri("/follow", UriKind.Relative), new FormUrlEncodedContent([new("email", "a@example.org\r\nBcc: b@example.org")]), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
        Assert.DoesNotContain("Bcc", await form.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Send(string path, string key, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json) };
        request.Headers.Add("x-functions-key", key);
        return await _app.Http.SendAsync(request, Cancellation);
    }

    private async Task<string> Post(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await _app.Http.PostAsync(
            new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private async Task<string> Mail(string pattern)
    {
        for (var i = 0; i < 600; i++)
        {
            // Quoted-printable: a line that ends in = goes on in the next.
            if (Directory.GetFiles(_mails, pattern) is [var file]) return (await File.ReadAllTextAsync(file, Cancellation)).Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal);
            await Task.Delay(200, Cancellation);
        }

        throw new TimeoutException($"No mail {pattern}:\n{_app.Output}");
    }

    private static string Link(string mail, string page) => Links().Matches(mail).First(link => link.Groups["page"].Value == page).Groups["path"].Value;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("http://ledger.example(?<path>/(?<page>confirm|manage|unsubscribe)/[0-9a-f]{32}[.][cmu][.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+)")]
    private static partial Regex Links();
}
