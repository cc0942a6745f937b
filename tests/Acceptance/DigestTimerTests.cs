using Acceptance.App;

namespace Acceptance;

public sealed class DigestTimerTests(TheApp app) : IClassFixture<TheApp>
{
    [Fact]
    public async Task Composes_one_a_week_and_revision_however_often_it_runs()
    {
        await app.TakeSample(Samples.SecondWeek);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.RunDigest()));
        await app.Await("/api/digests", digests => digests.Rows("digests").Count > 0);
        var first = await app.Read($"/api/digests/{Samples.SecondWeek}");

        await app.RunDigest();
        await app.Take("again.json", await app.AnotherEdition(Samples.SecondWeek, issued: 2826));
        await app.RunDigest();
        var digests = await app.Await("/api/digests", digests => digests.Rows("digests").Count > 1);

        Assert.Equal([2, 1], digests.Rows("digests").Select(digest => digest.Number("revision")!.Value));
        Assert.All(digests.Rows("digests"), digest => Assert.Equal(Samples.SecondWeek, digest.Text("week")));
        Assert.Equal(first.Text("composedAt"), digests.Text("digests.1.composedAt"));
        Assert.Equal(2, (await app.Read($"/api/digests/{Samples.SecondWeek}")).Number("revision"));
        Assert.Contains("2,826", await app.ReadText($"/api/digests/{Samples.SecondWeek}?format=text"), StringComparison.Ordinal);
    }
}
