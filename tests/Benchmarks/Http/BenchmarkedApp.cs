using OneMachine;

namespace DetainerLedger.Benchmarks.Http;

/// <summary>The ledger or the probe app, with the settings of both.</summary>
internal static class BenchmarkedApp
{
    public static Task<FunctionsProcess> Start(string app, string hostId, string connectionString) => FunctionsProcess.Start(
        ["--port", "0", "--host-id", hostId],
        new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = connectionString,
            ["FunctionsHost__FunctionKey"] = "benchmark",
            ["DigestSchedule"] = "0 0 13 * * 1",
            // Of the probe app, whose triggers aren't used here.
            ["AzureWebJobsWordStorage"] = connectionString,
            ["PROBE"] = "probe",
            ["PROBE_TICK"] = "0 0 0 1 1 *",
        },
        _ => { },
        app);
}
