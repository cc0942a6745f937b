using Acceptance.App;
using Browser.Visits;
using PuppeteerSharp;
using Screenshots;

[assembly: AssemblyFixture(typeof(Site))]

namespace Browser.Visits;

/// <summary>One browser for all tests and one ledger that they read: the samples, and a week of names that try to break pages.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>The week of the hostile names, and the one after it.</summary>
    public const string HostileWeek = "2016-11-05";
    public const string NextWeek = "2016-11-12";

    /// <summary>A day on which only these two were known.</summary>
    public const string Day = "2016-12-31";

    public const string Script = "<script>document.title = 'broken'</script>";
    public const string RightToLeft = "مقاطعة هاريس";
    public static readonly string LongName = string.Concat(Enumerable.Repeat("Llanfairpwllgwyngyll", 15));

    /// <summary>What an operator wrote to a row of <see cref="NextWeek"/>, which names Travis County.</summary>
    public const string Question = "The sum of the page is another.";

    private readonly string _mails = Directory.CreateTempSubdirectory("ledger-mails-").FullName;
    private readonly SampleLedger _ledger;
    private IBrowser? _browser;

    public Site() => _ledger = SampleLedger.With(MailFolder.Settings(_mails));

    public TheApp App => _ledger.App;

    public Uri Address => App.Http.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        await _ledger.InitializeAsync();
        var report = SmallReport.Of(
            HostileWeek, 7, [Script, RightToLeft], [(Script, "Honors <b>none</b>"), (RightToLeft, "تكريم"), (LongName, LongName)]);
        Assert.Equal("published", (await App.Take("hostile.json", report, "2016-11-14")).Text("state"));
        var next = SmallReport.Of(NextWeek, 8, [Script], [(Script, "Honors <b>some</b>")]);
        Assert.Equal("published", (await App.Take("next.json", next, "2016-11-21")).Text("state"));
        await Ask(NextWeek, $$"""{"section":"issued","row":1,"reason":"{{Question}}","dated":"2016-12-01"}""");
        _browser = await Chromium.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        await _ledger.DisposeAsync();
        Directory.Delete(_mails, recursive: true);
    }

    /// <summary>A reader with a new profile.</summary>
    /// <param name="at">The address of another app; null for this one.</param>
    public Task<Reader> Reader(bool javaScript = true, bool bypassPolicy = false, int width = 1200, Uri? at = null) =>
        Visits.Reader.Open(_browser!, at ?? Address, javaScript, bypassPolicy, width);

    private async Task Ask(string week, string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/weeks/{week}/revisions/1/questions") { Content = new StringContent(question) };
        request.Headers.Add("x-functions-key", TheApp.Key);
        using var answer = await App.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
