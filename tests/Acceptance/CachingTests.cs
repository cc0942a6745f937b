using System.Net;
using Acceptance.App;

namespace Acceptance;

public sealed class CachingTests(SampleLedger ledger)
{
    public static TheoryData<string> Paths { get; } =
    [
        "/api/reports",
        "/api/weeks",
        "/api/weeks/latest",
        "/api/weeks/2017-02-04",
        "/api/weeks/2017-02-04/report",
        "/api/weeks/2017-02-04/declines",
        "/api/weeks/2017-02-04/listings?format=csv",
        "/api/weeks/2017-02-04/revisions",
        "/api/weeks/2017-01-28/compare/2017-02-04",
        "/api/jurisdictions?listed=true",
        "/api/jurisdictions?format=csv",
        "/api/jurisdictions/tx-travis-county",
        "/api/jurisdictions/tx-travis-county/history",
        "/api/states/TX",
        "/api/corrections",
        "/api/digests",
        "/api/digests/2017-02-04?format=html",
        "/api/feed",
        "/api/export/declines.csv",
        "/api/export/datapackage.zip",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_caller_who_has_the_response_already_gets_304(string path)
    {
        using var first = await ledger.App.Get(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotNull(first.Headers.CacheControl);
        var tag = Assert.IsType<string>(first.Headers.ETag?.Tag);

        using var again = await ledger.App.Get(path, $"If-None-Match: {tag}");
        using var weakly = await ledger.App.Get(path, $"If-None-Match: \"other\", W/{tag}");

        foreach (var answer in new[] { again, weakly })
        {
            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
            Assert.Equal(tag, answer.Headers.ETag?.Tag);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Who_holds_another_answer_gets_this_one()
    {
        using var other = await ledger.App.Get("/api/weeks/2017-01-28");

        using var answer = await ledger.App.Get("/api/weeks/2017-02-04", $"If-None-Match: {other.Headers.ETag?.Tag}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_kept_file_can_be_cached_for_good()
    {
        var arrival = ledger.Arrivals[Samples.ReportOf(Samples.SecondWeek)];

        using var answer = await ledger.App.Get($"/api/reports/{arrival.Text("id")}/file");
        using var again = await ledger.App.Get($"/api/reports/{arrival.Text("id")}/file", $"If-None-Match: {answer.Headers.ETag?.Tag}");

        Assert.Equal($"\"{arrival.Text("sha256")}\"", answer.Headers.ETag?.Tag);
        Assert.True(answer.Headers.CacheControl?.MaxAge > TimeSpan.FromDays(30));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            Samples.Bytes(Samples.ReportOf(Samples.SecondWeek)),
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }
}
