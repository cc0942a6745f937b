using System.Text.Json.Nodes;

namespace Acceptance.App;

/// <summary>One ledger for all tests that only read: it holds the three samples and the corrections, and the digest of each week.</summary>
public sealed class SampleLedger : IAsyncLifetime
{
    public TheApp App { get; private init; } = new();

    /// <summary>The same in an app that has these settings too.</summary>
    public static SampleLedger With(IReadOnlyDictionary<string, string> settings) => new() { App = new TheApp { MoreSettings = settings } };

    /// <summary>What became of each file, by its name.</summary>
    public IReadOnlyDictionary<string, JsonNode> Arrivals { get; private set; } = new Dictionary<string, JsonNode>();

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        var files = Samples.Weeks.Select(Samples.ReportOf).Append(Samples.Corrections).ToList();
        var paths = await Task.WhenAll(files.Select(file => App.Upload(file, Samples.Bytes(file))));
        var settled = await Task.WhenAll(paths.Select(App.Settled));
        Arrivals = files.Zip(settled).ToDictionary();

        foreach (var composed in Enumerable.Range(1, Samples.Weeks.Count))
        {
            await App.RunDigest();
            await App.Await("/api/digests", digests => digests.Rows("digests").Count == composed);
        }
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
