using System.Globalization;
using Acceptance.App;

namespace Acceptance;

/// <summary>A ledger is copied to another account: every answer is the same, byte for byte, for every moment.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    // Links are absolute in the feed and in digests, and each app has its own port.
    private static readonly Dictionary<string, string> Address = new() { ["Api__PublicUrl"] = "https://ledger.example.org" };

    private readonly RevisedLedger _original = new() { App = new TheApp { MoreSettings = Address } };
    private readonly TheApp _restored = new() { MoreSettings = Address };
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ledger-backup-{Path.GetRandomFileName()}");

    public async ValueTask InitializeAsync() =>
        await Task.WhenAll(_original.InitializeAsync().AsTask(), _restored.InitializeAsync().AsTask());

    public async ValueTask DisposeAsync()
    {
        await _original.DisposeAsync();
        await _restored.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_answer_of_a_restored_ledger_is_the_same_for_every_moment()
    {
        await _original.App.Take("garbage.bin", [1, 2, 3]);
        var (exitCode, output) = await _original.App.Run("backup", _folder);
        Assert.True(exitCode == 0, output);

        (exitCode, output) = await _restored.Run("restore", _folder);
        Assert.True(exitCode == 0, output);

        var arrivals = (await _original.App.Read("/api/reports")).Rows("reports");
        Assert.Equal(5, arrivals.Count);
        var compared = 0;
        foreach (var template in AppRoute.ThatAreRead.Select(row => row.Data).Where(template => template.Length > 0 && !template.Contains('*', StringComparison.Ordinal)))
        {
            var paths = template.StartsWith("reports/{id}", StringComparison.Ordinal)
                ? arrivals.Select(arrival => AppRoute.Path(template, arrival.Text("id")!))
                : from moment in Moments() select AppRoute.Path(template, arrivals[0].Text("id")!) + moment;
            foreach (var path in paths)
            {
                var answers = await Task.WhenAll(Answer(_original.App, path), Answer(_restored, path));
                Assert.Equal(answers[0], answers[1]);
                compared++;
            }
        }

        Assert.True(compared > 100, $"Only {compared} answers were compared.");

        (exitCode, output) = await _restored.Run("restore", _folder);
        Assert.Equal(1, exitCode);
        Assert.Contains("not empty", output, StringComparison.Ordinal);
    }

    // Just before each event of the ledger, at its very moment, and without one.
    private static IEnumerable<string> Moments()
    {
        yield return "";
        foreach (var day in new[] { "2017-02-06", "2017-02-13", "2017-03-01", "2017-03-29" })
            foreach (var seconds in new[] { -1, 0 })
            {
                var moment = DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddSeconds(seconds);
                yield return $"?asOf={moment.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z";
            }
    }

    private static async Task<string> Answer(TheApp app, string path)
    {
        using var answer = await app.Get(path);
        return $"{path} {(int)answer.StatusCode} {answer.Headers.ETag} {answer.Header("Link")}\n{Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync())}";
    }
}
