using OneMachine;
using Runner;

namespace DetainerLedger.Benchmarks.Http;

/// <summary>From the start of the worker to the first answer, of the app and of an empty function on the same host, in turn.</summary>
internal static class WorkerStart
{
    public const string Argument = "start";

    private const int Rounds = 9;
    private const double Goal = 1.5;

    public static async Task<bool> Run()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-benchmark-").FullName;
        try
        {
            await using var storage = await Runner.Storage.Open(Path.Combine(folder, "azurite"), CancellationToken.None);
            await Publish(storage);

            var (own, empty) = (new List<TimeSpan>(), new List<TimeSpan>());
            for (var round = 0; round < Rounds; round++)
            {
                empty.Add(await FirstAnswer(Repository.Built("ProbeApp"), "empty", storage.ConnectionString, "api/payload/1000"));
                own.Add(await FirstAnswer(Repository.Functions, "ledger", storage.ConnectionString, "api/weeks/latest"));
            }

            var ratios = empty.Zip(own, (other, mine) => mine / other).Order().ToList();
            Console.WriteLine($"From the start of the worker to the first answer; medians of {Rounds} rounds in turn");
            Console.WriteLine($"  empty        {Measure.Median(empty).TotalSeconds,9:N2} s");
            Console.WriteLine($"  the app      {Measure.Median(own).TotalSeconds,9:N2} s");
            Console.WriteLine($"  times as long  {ratios[Rounds / 2],7:N2}   from {ratios[0]:N2} to {ratios[^1]:N2}   goal: at most {Goal:N1}");
            return ratios[Rounds / 2] <= Goal;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Publish(Runner.Storage storage)
    {
        await using var app = await BenchmarkedApp.Start(Repository.Functions, "ledger", storage.ConnectionString);
        using var api = new Api(app.Address, "benchmark");
        foreach (var sample in Directory.GetFiles(Repository.Samples, "*.pdf").Order(StringComparer.Ordinal))
            await api.WaitFor(await storage.Drop(sample, CancellationToken.None), Path.GetFileName(sample), CancellationToken.None);
    }

    private static async Task<TimeSpan> FirstAnswer(string app, string hostId, string connectionString, string path)
    {
        await using var host = await BenchmarkedApp.Start(app, hostId, connectionString);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return ProcessTree.Age(ProcessTree.Child(host.Id) ?? throw new InvalidOperationException("The worker has ended."));
    }
}
