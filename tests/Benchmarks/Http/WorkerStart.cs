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

            var met = await Compare("as built", Repository.Built("ProbeApp"), Repository.Functions, storage.ConnectionString);
            if (!PublishedCode.Exists)
            {
                Console.WriteLine($"  as published: not measured, because {PublishedCode.Folder} doesn't exist (eng/publish)");
                return met;
            }

            using var probe = PublishedCode.For("ProbeApp");
            using var app = PublishedCode.For("Functions");
            return await Compare("as published", Path.Combine(probe.Path, "ProbeApp.dll"), Path.Combine(app.Path, "Functions.dll"), storage.ConnectionString)
                && met;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> Compare(string name, string probe, string app, string connectionString)
    {
        var (own, empty) = (new List<ProcessCost>(), new List<ProcessCost>());
        for (var round = 0; round < Rounds; round++)
        {
            empty.Add(await FirstAnswer(probe, "empty", connectionString, "api/payload/1000"));
            own.Add(await FirstAnswer(app, "ledger", connectionString, "api/weeks/latest"));
        }

        var ratios = empty.Zip(own, (other, mine) => mine.Time / other.Time).Order().ToList();
        var processor = own.Sum(each => each.Processor.TotalSeconds) / empty.Sum(each => each.Processor.TotalSeconds);
        Console.WriteLine($"From the start of the worker to the first answer, {name}; medians of {Rounds} rounds in turn");
        Print("empty", empty);
        Print("the app", own);
        Console.WriteLine($"  times as long  {ratios[Rounds / 2],7:N2}     processor time {processor,5:N2} times   goal: at most {Goal:N1}");
        Console.WriteLine($"  single rounds     from {ratios[0]:N2} to {ratios[^1]:N2}");
        return ratios[Rounds / 2] <= Goal;
    }

    private static void Print(string name, List<ProcessCost> costs)
    {
        var (time, processor) = (Measure.Median(costs.Select(each => each.Time)), costs.Average(each => each.Processor.TotalSeconds));
        Console.WriteLine($"  {name,-14} {time.TotalSeconds,7:N2} s   processor time {processor,5:N2} s");
    }

    private static async Task Publish(Runner.Storage storage)
    {
        await using var app = await BenchmarkedApp.Start(Repository.Functions, "ledger", storage.ConnectionString);
        using var api = new Api(app.Address, "benchmark");
        foreach (var sample in Directory.GetFiles(Repository.Samples, "*.pdf").Order(StringComparer.Ordinal))
            await api.WaitFor(await storage.Drop(sample, CancellationToken.None), Path.GetFileName(sample), CancellationToken.None);
    }

    private static async Task<ProcessCost> FirstAnswer(string app, string hostId, string connectionString, string path)
    {
        await using var host = await BenchmarkedApp.Start(app, hostId, connectionString);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        var worker = ProcessTree.Child(host.Id) ?? throw new InvalidOperationException("The worker has ended.");
        return new ProcessCost(ProcessTree.Age(worker), ProcessCost.OfRunning(worker));
    }
}
