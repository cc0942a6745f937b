using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DetainerLedger.Reports;

namespace Runner;

/// <summary>The requests that this program sends to the app, over HTTP like any client.</summary>
internal sealed class Api(Uri address, string key) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    // How often it is asked for each look that is due.
    private const int LooksAsked = 4;
    private static readonly TimeSpan LongestLookPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new() { BaseAddress = address };

    public Uri Address => address;

    /// <summary>Waits until a dropped file has been read.</summary>
    public async Task<FileOutcome> WaitFor(ArrivalId id, string name, CancellationToken cancellation)
    {
        var outcome = await Until(
            async () =>
            {
                using var answer = await _http.GetAsync(new Uri($"api/reports/{id}", UriKind.Relative), cancellation);
                if (answer.StatusCode == HttpStatusCode.NotFound) return null;
                var report = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellation);
                return report.GetProperty("state").GetString() == "received" ? null : FileOutcome.Of(report);
            },
            cancellation);
        return outcome ?? new FileOutcome($"not read within {Timeout.TotalMinutes} minutes", IsRejected: true);
    }

    public async Task<IReadOnlyList<Week>> Weeks(CancellationToken cancellation) =>
        [.. (await Get("api/weeks?limit=1000", cancellation)).GetProperty("weeks").EnumerateArray().Select(Week.Of)];

    /// <summary>Composes the missing digests. Each run of the function composes one.</summary>
    /// <returns>Whether every week has a digest.</returns>
    public async Task<bool> ComposeDigests(CancellationToken cancellation)
    {
        var digests = await Digests(cancellation);
        foreach (var _ in (await Weeks(cancellation)).Where(week => !digests.Contains((week.FirstDay, week.Revision))).ToList())
        {
            using var run = new HttpRequestMessage(HttpMethod.Post, new Uri("admin/functions/SendWeeklyDigest", UriKind.Relative))
            {
                Headers = { { "x-functions-key", key } },
                Content = JsonContent.Create(new { }),
            };
            using var answer = await _http.SendAsync(run, cancellation);
            answer.EnsureSuccessStatusCode();
            var before = digests.Count;
            if (await Until(async () => (digests = await Digests(cancellation)).Count > before ? digests : null, cancellation) is null) return false;
        }

        return true;
    }

    /// <summary>Runs the timer function that looks at the sources which are due. Its timer runs too, but not every second.</summary>
    /// <param name="every">The time between two looks.</param>
    public async Task WatchSources(TimeSpan every, CancellationToken cancellation)
    {
        var pause = every / LooksAsked;
        if (pause > LongestLookPause) pause = LongestLookPause;
        while (true)
        {
            using var run = new HttpRequestMessage(HttpMethod.Post, new Uri("admin/functions/WatchSources", UriKind.Relative))
            {
                Headers = { { "x-functions-key", key } },
                Content = JsonContent.Create(new { }),
            };
            using (var answer = await _http.SendAsync(run, cancellation)) answer.EnsureSuccessStatusCode();
            await Task.Delay(pause, cancellation);
        }
    }

    public Task<string> DigestText(string week, CancellationToken cancellation) =>
        _http.GetStringAsync(new Uri($"api/digests/{week}?format=text", UriKind.Relative), cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<HashSet<(string, int)>> Digests(CancellationToken cancellation) =>
        [.. (await Get("api/digests?limit=1000", cancellation)).GetProperty("digests").EnumerateArray()
            .Select(digest => (digest.GetProperty("week").GetString()!, digest.GetProperty("revision").GetInt32()))];

    private Task<JsonElement> Get(string path, CancellationToken cancellation) =>
        _http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), cancellation);

    private static async Task<T?> Until<T>(Func<Task<T?>> ask, CancellationToken cancellation) where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Timeout)
        {
            if (await ask() is { } answer) return answer;
            await Task.Delay(Pause, cancellation);
        }

        return null;
    }
}
