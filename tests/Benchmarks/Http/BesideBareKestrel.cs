using Runner;

namespace DetainerLedger.Benchmarks.Http;

/// <summary>One request to the app beside a bare endpoint that answers with the same bytes and headers, in turn.</summary>
internal static class BesideBareKestrel
{
    private const int Rounds = 11;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <param name="holding">Whether the client holds the answer already, and says so.</param>
    /// <param name="least">How much of the bare endpoint's requests a second the app has to answer.</param>
    /// <returns>Whether it does, in the median of the rounds.</returns>
    public static async Task<bool> Run(FunctionsProcess app, string name, string path, bool holding, double least)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var full = await http.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (holding) request.Headers.IfNoneMatch.Add(full.Headers.ETag!);
        using var answer = await http.SendAsync(request);
        await using var bare = await BareEndpoint.Start(answer);

        Server[] servers =
        [
            new("bare Kestrel", new Uri(bare.Address, path), () => Environment.CpuUsage.TotalTime),
            new("the app", new Uri(app.Address, path), () => app.ProcessorTime),
        ];
        var header = holding ? $"If-None-Match: {full.Headers.ETag}" : null;
        foreach (var server in servers) await Wrk.Drive(server.Address, header, Warming);
        for (var round = 0; round < Rounds; round++)
            foreach (var server in servers) await server.Drive(header, Round);

        var ratios = servers[0].Rates.Zip(servers[1].Rates, (other, own) => own / other).Order().ToList();
        var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        Console.WriteLine($"{name}: {(int)answer.StatusCode}, {bytes:N0} bytes; medians of {Rounds} rounds in turn");
        foreach (var server in servers) server.Print();
        Console.WriteLine($"  ratio        {ratios[Rounds / 2],11:N2}   from {ratios[0]:N2} to {ratios[^1]:N2}   at least {least:N1}");
        return ratios[Rounds / 2] >= least;
    }

    private sealed record Server(string Name, Uri Address, Func<TimeSpan> ProcessorTime)
    {
        private readonly List<(Wrk Drive, TimeSpan ProcessorTime)> _rounds = [];

        public IEnumerable<double> Rates => _rounds.Select(round => round.Drive.RequestsPerSecond);

        public async Task Drive(string? header, TimeSpan time)
        {
            var before = ProcessorTime();
            var drive = await Wrk.Drive(Address, header, time);
            _rounds.Add((drive, (ProcessorTime() - before) / drive.Requests));
        }

        public void Print()
        {
            var (p99, each) = (Measure.Median(_rounds.Select(round => round.Drive.P99)), Measure.Median(_rounds.Select(round => round.ProcessorTime)));
            Console.WriteLine(
                $"  {Name,-12} {Rates.Order().ElementAt(Rounds / 2),11:N0} requests/s   p99 {p99.TotalMilliseconds,6:N2} ms   {each.TotalMicroseconds,6:N1} µs of a processor each");
        }
    }
}
