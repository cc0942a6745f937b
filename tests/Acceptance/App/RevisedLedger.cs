using System.Text.Json.Nodes;

namespace Acceptance.App;

/// <summary>
/// Two weeks, the second of which was revised and then corrected: released on February 13, again on March 1, and
/// corrected on March 29. The digests of both were composed today.
/// </summary>
public sealed class RevisedLedger : IAsyncLifetime
{
    public const string Before = "2017-01-28";
    public const string Revised = "2017-02-04";
    public const string Notice = "Nassau County, New York, changed its policy and is no longer listed.";

    private const string Travis = "Travis County, Texas";
    private const string Nassau = "Nassau County, New York";
    private const string Denver = "Denver, Colorado";

    public TheApp App { get; init; } = new();

    /// <summary>The two editions of the revised week.</summary>
    public IReadOnlyList<JsonNode> Editions { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await Take("before.json", "2017-02-06", SmallReport.Of(Before, 90, [Travis], [(Travis, "Honors all"), (Nassau, "Honors some")]));
        var first = SmallReport.Of(Revised, 100, [Travis, Travis], [(Travis, "Honors all"), (Nassau, "Honors some")]);
        var second = SmallReport.Of(Revised, 101, [Travis, Travis, Denver], [(Travis, "Honors none"), (Denver, "Honors some")], Notice);
        Editions = [await Take("first.json", "2017-02-13", first), await Take("second.json", "2017-03-01", second)];
        await Take("correction.json", null, SmallReport.Correction(Revised, "2017-03-29", Travis, was: 2, becomes: 1));
        foreach (var composed in new[] { 1, 2 })
        {
            await App.RunDigest();
            await App.Await("/api/digests", digests => digests.Rows("digests").Count == composed);
        }
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<JsonNode> Take(string name, string? releasedOn, byte[] content)
    {
        var arrival = await App.Take(name, content, releasedOn);
        Assert.Equal("published", arrival.Text("state"));
        return arrival;
    }
}
