using OneMachine;
using Runner;

namespace DetainerLedger.Benchmarks.Http;

/// <summary>The app as <c>eng/run</c> starts it, with the samples, beside an empty function.</summary>
internal static class OverHttp
{
    public const string Argument = "http";

    private const double Goal = 1.1;

    public static async Task<bool> Run()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-benchmark-").FullName;
        try
        {
            await using var storage = await Runner.Storage.Open(Path.Combine(folder, "azurite"), CancellationToken.None);
            await using var app = await BenchmarkedApp.Start(Repository.Functions, "ledger", storage.ConnectionString);
            await using var empty = await BenchmarkedApp.Start(Repository.Built("ProbeApp"), "empty", storage.ConnectionString);
            using var api = new Api(app.Address, "benchmark");
            foreach (var sample in Directory.GetFiles(Repository.Samples, "*.pdf").Order(StringComparer.Ordinal))
                await api.WaitFor(await storage.Drop(sample, CancellationToken.None), Path.GetFileName(sample), CancellationToken.None);

            var met = true;
            foreach (var (name, path) in new[]
            {
                ("The front page", ""),
                ("The weekly summary", "api/weeks/2017-02-04"),
                ("A history", "api/jurisdictions/tx-travis-county/history"),
            })
            {
                met &= await BesideEmptyFunction.Run(app.Address, empty.Address, name, path, conditional: false, Goal);
                met &= await BesideEmptyFunction.Run(app.Address, empty.Address, $"{name}, not modified", path, conditional: true, Goal);
            }

            return met;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
