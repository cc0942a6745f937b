using OneMachine;
using Runner;

namespace DetainerLedger.Benchmarks.Http;

/// <summary>The app as <c>eng/run</c> starts it, with the samples: what it answers a second.</summary>
internal static class OverHttp
{
    public const string Argument = "http";

    public static async Task<bool> Run()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-benchmark-").FullName;
        try
        {
            await using var storage = await Runner.Storage.Open(Path.Combine(folder, "azurite"), CancellationToken.None);
            await using var app = await FunctionsProcess.Start(
                storage.ConnectionString, "benchmark", port: 0, Path.Combine(folder, "functions.log"), verbose: false, CancellationToken.None);
            using var api = new Api(app.Address, "benchmark");
            foreach (var sample in Directory.GetFiles(Repository.Samples, "*.pdf").Order(StringComparer.Ordinal))
                await api.WaitFor(await storage.Drop(sample, CancellationToken.None), Path.GetFileName(sample), CancellationToken.None);

            var holds = true;
            foreach (var (name, path, least) in new[]
            {
                ("The weekly summary", "api/weeks/2017-02-04", 0.6),
                ("A history", "api/jurisdictions/tx-travis-county/history", 0.5),
            })
            {
                holds &= await BesideBareKestrel.Run(app, name, path, holding: false, least);
                holds &= await BesideBareKestrel.Run(app, $"{name}, held already", path, holding: true, least);
            }

            return holds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
