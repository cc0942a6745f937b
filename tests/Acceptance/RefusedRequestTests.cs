using System.Net;
using Acceptance.App;

namespace Acceptance;

/// <summary>What can't be answered: every error has the same shape, and a code that says which it is.</summary>
public sealed class RefusedRequestTests(SampleLedger ledger)
{
    [Theory]
    [InlineData("/api/weeks?limit=0", "invalid-limit")]
    [InlineData("/api/weeks?limit=1001", "invalid-limit")]
    [InlineData("/api/weeks?limit=-1", "invalid-limit")]
    [InlineData("/api/weeks?limit=ten", "invalid-limit")]
    [InlineData("/api/weeks?limit=", "invalid-limit")]
    [InlineData("/api/weeks?limit=1&limit=2", "repeated-parameter")]
    [InlineData("/api/weeks?cursor=made-up", "invalid-cursor")]
    [InlineData("/api/weeks?cursor=", "invalid-cursor")]
    [InlineData("/api/weeks?asOf=yesterday", "invalid-as-of")]
    [InlineData("/api/weeks?asOf=2017-02-30", "invalid-as-of")]
    [InlineData("/api/weeks?asOf=2017-2-4", "invalid-as-of")]
    [InlineData("/api/weeks?format=xml", "invalid-format")]
    [InlineData("/api/weeks/never", "invalid-week")]
    [InlineData("/api/weeks/2017-02-30", "invalid-week")]
    [InlineData("/api/weeks/2017-02-04?asOf=never", "invalid-as-of")]
    [InlineData("/api/weeks/2017-02-04?format=csv", "invalid-format")]
    [InlineData("/api/weeks/2017-02-04/report?asOf=never", "invalid-as-of")]
    [InlineData("/api/weeks/4.2.2017/report", "invalid-week")]
    [InlineData("/api/weeks/2017-02-04/declines?state=ZZ", "invalid-state")]
    [InlineData("/api/weeks/2017-02-04/declines?limit=0", "invalid-limit")]
    [InlineData("/api/weeks/2017-02-04/declines?cursor=x", "invalid-cursor")]
    [InlineData("/api/weeks/2017-02-04/declines?asOf=x", "invalid-as-of")]
    [InlineData("/api/weeks/2017-02-04/listings?state=New", "invalid-state")]
    [InlineData("/api/weeks/2017-02-04/listings?limit=0", "invalid-limit")]
    [InlineData("/api/weeks/2017-02-04/listings?cursor=x", "invalid-cursor")]
    [InlineData("/api/weeks/2017-02-04/listings?asOf=x", "invalid-as-of")]
    [InlineData("/api/jurisdictions/tx-travis-county/history?from=then", "invalid-day")]
    [InlineData("/api/jurisdictions/tx-travis-county/history?to=2017-13-01", "invalid-day")]
    [InlineData("/api/jurisdictions/tx-travis-county/history?from=2017-02-11&to=2017-01-28", "invalid-range")]
    [InlineData("/api/jurisdictions/tx-travis-county/history?limit=0", "invalid-limit")]
    [InlineData("/api/jurisdictions/tx-travis-county/history?cursor=x", "invalid-cursor")]
    [InlineData("/api/jurisdictions/tx-travis-county/history?asOf=x", "invalid-as-of")]
    [InlineData("/api/jurisdictions/tx-travis-county?asOf=x", "invalid-as-of")]
    [InlineData("/api/jurisdictions?state=ZZ", "invalid-state")]
    [InlineData("/api/jurisdictions?kind=town", "invalid-kind")]
    [InlineData("/api/jurisdictions?kind=1", "invalid-kind")]
    [InlineData("/api/jurisdictions?listed=yes", "invalid-listed")]
    [InlineData("/api/jurisdictions?q=", "invalid-search")]
    [InlineData("/api/jurisdictions?q=a&q=b", "repeated-parameter")]
    [InlineData("/api/jurisdictions?limit=0", "invalid-limit")]
    [InlineData("/api/jurisdictions?cursor=x", "invalid-cursor")]
    [InlineData("/api/jurisdictions?asOf=x", "invalid-as-of")]
    [InlineData("/api/jurisdictions?format=html", "invalid-format")]
    [InlineData("/api/states/ZZ", "invalid-state")]
    [InlineData("/api/states/T%2FX", "invalid-state")]
    [InlineData("/api/states/TX?asOf=x", "invalid-as-of")]
    [InlineData("/api/states/TX?format=html", "invalid-format")]
    [InlineData("/api/weeks/never/revisions", "invalid-week")]
    [InlineData("/api/weeks/2017-02-04/revisions?limit=0", "invalid-limit")]
    [InlineData("/api/weeks/2017-02-04/revisions?cursor=x", "invalid-cursor")]
    [InlineData("/api/weeks/2017-02-04/revisions?asOf=x", "invalid-as-of")]
    [InlineData("/api/weeks/never/compare/2017-02-04", "invalid-week")]
    [InlineData("/api/weeks/2017-02-04/compare/never", "invalid-week")]
    [InlineData("/api/weeks/2017-02-04/compare/latest?asOf=x", "invalid-as-of")]
    [InlineData("/api/weeks/2017-02-04/compare/latest?format=csv", "invalid-format")]
    [InlineData("/api/corrections?limit=0", "invalid-limit")]
    [InlineData("/api/corrections?cursor=x", "invalid-cursor")]
    [InlineData("/api/corrections?asOf=x", "invalid-as-of")]
    [InlineData("/api/reports?limit=0", "invalid-limit")]
    [InlineData("/api/reports?cursor=x", "invalid-cursor")]
    [InlineData("/api/digests?asOf=x", "invalid-as-of")]
    [InlineData("/api/digests/2017-02-04?asOf=x", "invalid-as-of")]
    [InlineData("/api/digests?limit=0", "invalid-limit")]
    [InlineData("/api/digests?cursor=x", "invalid-cursor")]
    [InlineData("/api/digests/never", "invalid-week")]
    [InlineData("/api/digests/2017-02-04?format=pdf", "invalid-format")]
    public async Task A_value_that_cannot_be_right_is_400(string path, string code)
    {
        var problem = await ledger.App.ReadProblem(path, HttpStatusCode.BadRequest);

        Assert.Equal(code, problem.Text("code"));
    }

    [Theory]
    [InlineData("/api/weeks/2016-12-31", "week-not-found")]
    [InlineData("/api/weeks/2017-02-05", "week-not-found")]
    [InlineData("/api/weeks/2016-12-31/report", "week-not-found")]
    [InlineData("/api/weeks/2016-12-31/declines", "week-not-found")]
    [InlineData("/api/weeks/2016-12-31/listings", "week-not-found")]
    [InlineData("/api/weeks/2017-02-04/declines?jurisdiction=tx-nowhere-county", "jurisdiction-not-found")]
    [InlineData("/api/jurisdictions/tx-nowhere-county/history", "jurisdiction-not-found")]
    [InlineData("/api/jurisdictions/tx-nowhere-county", "jurisdiction-not-found")]
    [InlineData("/api/jurisdictions/tx%2Ftravis-county", "jurisdiction-not-found")]
    [InlineData("/api/jurisdictions/nm-do%C3%B1a-ana-county", "jurisdiction-not-found")]
    [InlineData("/api/weeks/2016-12-31/revisions", "week-not-found")]
    [InlineData("/api/digests/2016-12-31", "digest-not-found")]
    [InlineData("/api/reports/20170204000000-0123456789ab", "report-not-found")]
    [InlineData("/api/reports/20170204000000-0123456789ab/file", "report-not-found")]
    [InlineData("/api/reports/nonsense", "report-not-found")]
    [InlineData("/api/reports/nonsense/file", "report-not-found")]
    [InlineData("/api/no-such-thing", "not-found")]
    public async Task What_the_ledger_does_not_have_is_404(string path, string code)
    {
        var problem = await ledger.App.ReadProblem(path, HttpStatusCode.NotFound);

        Assert.Equal(code, problem.Text("code"));
    }

    [Fact]
    public async Task An_unknown_path_outside_the_api_is_a_page_with_a_search()
    {
        using var answer = await ledger.App.Get("/no-such-thing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("action=\"/search\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/weeks/2017-02-04", "text/html")]
    [InlineData("/api/weeks", "application/pdf")]
    [InlineData("/api/digests/2017-02-04", "text/csv")]
    public async Task A_representation_that_there_is_not_is_406(string path, string accept)
    {
        using var answer = await ledger.App.Get(path, $"Accept: {accept}");

        Assert.Equal("not-acceptable", (await answer.Problem(HttpStatusCode.NotAcceptable)).Text("code"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another-key")]
    public async Task An_upload_without_the_key_is_401_and_nothing_arrives(string? key)
    {
        var before = await ledger.App.ReadText("/api/reports");

        using var answer = await ledger.App.Post("name=a.pdf", new ByteArrayContent("%PDF-1.7"u8.ToArray()), key);

        // The host's own, as on Azure: the function isn't asked.
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(before, await ledger.App.ReadText("/api/reports"));
    }

    [Fact]
    public async Task Running_a_function_by_hand_without_the_key_is_401()
    {
        using var answer = await ledger.App.Http.PostAsync(
            "/admin/functions/SendWeeklyDigest", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "invalid-name")]
    [InlineData("name=", "invalid-name")]
    [InlineData("name=..%2Freports%2Fa.pdf", "invalid-name")]
    [InlineData("name=a%00.pdf", "invalid-name")]
    [InlineData("name=a.pdf&name=b.pdf", "repeated-parameter")]
    [InlineData("name=a.pdf&releasedOn=lately", "invalid-released-on")]
    [InlineData("name=a.pdf&releasedOn=2999-01-01", "invalid-released-on")]
    public async Task An_upload_with_a_bad_parameter_is_400_and_nothing_arrives(string query, string code)
    {
        var before = await ledger.App.ReadText("/api/reports");

        using var answer = await ledger.App.Post(query, new ByteArrayContent("%PDF-1.7"u8.ToArray()));

        Assert.Equal(code, (await answer.Problem(HttpStatusCode.BadRequest)).Text("code"));
        Assert.Equal(before, await ledger.App.ReadText("/api/reports"));
    }

    [Fact]
    public async Task An_upload_of_nothing_is_400()
    {
        using var answer = await ledger.App.Post("name=a.pdf", new ByteArrayContent([]));

        Assert.Equal("empty-body", (await answer.Problem(HttpStatusCode.BadRequest)).Text("code"));
    }

    [Fact]
    public async Task An_upload_of_a_form_is_415()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "a.pdf" } };

        using var answer = await ledger.App.Post("name=a.pdf", form);

        Assert.Equal("unsupported-media-type", (await answer.Problem(HttpStatusCode.UnsupportedMediaType)).Text("code"));
    }
}
