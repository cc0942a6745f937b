namespace DetainerLedger.Benchmarks.Http;

/// <summary>One request to the app beside a bare endpoint that answers with the same bytes and headers, in turn.</summary>
internal static class BesideBareKestrel
{
    private const int Rounds = 7;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);

    /// <param name="holding">Whether the client holds the answer already, and says so.</param>
    /// <param name="least">How much of the bare endpoint's requests a second the app has to answer.</param>
    /// <returns>Whether it does, in the median of the rounds.</returns>
    public static async Task<bool> Run(Uri app, string name, string path, bool holding, double least)
    {
        using var http = new HttpClient { BaseAddress = app };
        var header = holding ? $"If-None-Match: {(await http.GetAsync(new Uri(path, UriKind.Relative))).Headers.ETag}" : null;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null) request.Headers.TryAddWithoutValidation("If-None-Match", header.Split(": ", 2)[1]);
        using var answer = await http.SendAsync(request);
        await using var bare = await BareEndpoint.Start(answer);

        var (own, other) = (new Uri(app, path), new Uri(bare.Address, path));
        foreach (var address in new[] { own, other }) await Wrk.Drive(address, header, Warming);
        var rounds = new List<(Wrk Bare, Wrk Own)>();
        for (var round = 0; round < Rounds; round++)
            rounds.Add((await Wrk.Drive(other, header, Round), await Wrk.Drive(own, header, Round)));

        var ratios = rounds.Select(round => round.Own.RequestsPerSecond / round.Bare.RequestsPerSecond).Order().ToList();
        var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        Console.WriteLine($"{name}: {(int)answer.StatusCode}, {bytes:N0} bytes; medians of {Rounds} rounds in turn");
        Print("bare Kestrel", rounds.Select(round => round.Bare));
        Print("the app", rounds.Select(round => round.Own));
        Console.WriteLine($"  ratio          {ratios[Rounds / 2],10:N2} (from {ratios[0]:N2} to {ratios[^1]:N2})   at least {least:N1}");
        return ratios[Rounds / 2] >= least;
    }

    private static void Print(string name, IEnumerable<Wrk> rounds)
    {
        var rate = rounds.Select(round => round.RequestsPerSecond).Order().ElementAt(Rounds / 2);
        Console.WriteLine($"  {name,-14} {rate,10:N0} requests/s   p99 {Measure.Median(rounds.Select(round => round.P99)).TotalMilliseconds,8:N2} ms");
    }
}
