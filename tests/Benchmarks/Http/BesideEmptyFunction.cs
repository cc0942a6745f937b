using System.Globalization;

namespace DetainerLedger.Benchmarks.Http;

/// <summary>One request to the app beside a function that does nothing but return as many bytes: same worker, same host, in turn.</summary>
internal static class BesideEmptyFunction
{
    private const int Rounds = 11;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <param name="app">The ledger.</param>
    /// <param name="empty">The probe app.</param>
    /// <param name="conditional">Whether the client has the response already and sends its entity tag.</param>
    /// <param name="goal">How many times as long as the empty function the app may take for a request.</param>
    /// <returns>Whether the median of the rounds meets the goal.</returns>
    public static async Task<bool> Run(Uri app, Uri empty, string name, string path, bool conditional, double goal)
    {
        using var http = new HttpClient { BaseAddress = app };
        using var full = await http.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (conditional) request.Headers.IfNoneMatch.Add(full.Headers.ETag!);
        using var response = await http.SendAsync(request);
        var bytes = (await response.Content.ReadAsByteArrayAsync()).Length;

        var header = conditional ? $"If-None-Match: {full.Headers.ETag}" : null;
        Server[] servers =
        [
            new("empty", new Uri(empty, string.Create(CultureInfo.InvariantCulture, $"api/payload/{bytes}")), []),
            new("the app", new Uri(app, path), []),
        ];
        foreach (var server in servers) await Wrk.Drive(server.Address, header, WarmUp);
        for (var round = 0; round < Rounds; round++)
            foreach (var server in servers) server.Rounds.Add(await Wrk.Drive(server.Address, header, Round));

        var ratios = servers[0].Rounds.Zip(servers[1].Rounds, (other, own) => other.RequestsPerSecond / own.RequestsPerSecond).Order().ToList();
        Console.WriteLine($"{name}: {(int)response.StatusCode}, {bytes:N0} bytes; medians of {Rounds} rounds in turn");
        foreach (var server in servers) server.Print();
        Console.WriteLine($"  times as long  {ratios[Rounds / 2],9:N2}   from {ratios[0]:N2} to {ratios[^1]:N2}   goal: at most {goal:N1}");
        return ratios[Rounds / 2] <= goal;
    }

    private sealed record Server(string Name, Uri Address, List<Wrk> Rounds)
    {
        public void Print()
        {
            var rate = Rounds.Select(round => round.RequestsPerSecond).Order().ElementAt(Rounds.Count / 2);
            var p99 = Measure.Median(Rounds.Select(round => round.P99));
            Console.WriteLine($"  {Name,-12} {rate,11:N0} requests/s   p99 {p99.TotalMilliseconds,6:N2} ms");
        }
    }
}
