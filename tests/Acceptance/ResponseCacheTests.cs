using System.Net;
using Acceptance.App;

namespace Acceptance;

/// <summary>Answers are kept: what the ledger learned meanwhile must be in the next one.</summary>
public sealed class ResponseCacheTests(TheApp app) : IClassFixture<TheApp>
{
    private const string Week = "2017-02-04";
    private const string Travis = "Travis County, Texas";

    private static readonly string[] TellCorrections =
    [
        $"/api/weeks/{Week}",
        "/api/weeks/latest?asOf=2017-04-30",
        $"/api/weeks/{Week}/compare/latest",
        "/api/jurisdictions/tx-travis-county/history",
        "/api/states/TX",
    ];

    private static readonly string[] TellWhatWasReported =
    [
        "/api/weeks",
        $"/api/weeks/{Week}/revisions",
        $"/api/weeks/{Week}/report",
        "/api/jurisdictions/tx-travis-county/history?format=csv",
    ];

    [Fact]
    public async Task An_answer_stays_as_long_as_the_ledger_does_and_no_longer()
    {
        foreach (var path in TellCorrections.Except(["/api/states/TX"])) Assert.Equal(HttpStatusCode.NotFound, (await Ask(path)).Status);

        await Take("first.json", SmallReport.Of(Week, 100, [Travis, Travis], [(Travis, "Honors all")]), "2017-02-13");
        var first = await AskAll();
        Assert.Equal(first, await AskAll());

        await Take("second.json", SmallReport.Of(Week, 101, [Travis, Travis, Travis], [(Travis, "Honors none")]), "2017-03-01");
        var second = await AskAll();
        Assert.Empty(first.Intersect(second));
        Assert.Equal(second, await AskAll());

        await Take("correction.json", SmallReport.Correction(Week, "2017-03-29", Travis, was: 3, becomes: 1));
        var corrected = await AskAll();
        Assert.Equal(TellWhatWasReported, corrected.Intersect(second).Select(answer => answer.Path));
    }

    private async Task Take(string name, byte[] content, string? releasedOn = null) =>
        Assert.Equal("published", (await app.Take(name, content, releasedOn)).Text("state"));

    private async Task<IReadOnlyList<(string Path, string Answer)>> AskAll()
    {
        var answers = new List<(string Path, string Answer)>();
        foreach (var path in TellCorrections.Concat(TellWhatWasReported))
        {
            var (status, text) = await Ask(path);
            Assert.Equal(HttpStatusCode.OK, status);
            answers.Add((path, text));
        }

        return answers;
    }

    private async Task<(HttpStatusCode Status, string Text)> Ask(string path)
    {
        using var answer = await app.Get(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
