using DetainerLedger.Benchmarks.Backfilling;
using DetainerLedger.Benchmarks.Http;
using DetainerLedger.Benchmarks.TenYears;
using OneMachine;

namespace DetainerLedger.Benchmarks;

/// <summary>What the program is asked to measure.</summary>
internal static class Command
{
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (args is [FirstRead.Argument, var file])
        {
            Console.WriteLine(Reader.Read(File.ReadAllBytes(file)));
            return 0;
        }

        if (args is [Peak.Argument, var measured])
        {
            Peak.Print(measured);
            return 0;
        }

        if (args is ["--help" or "-h"])
        {
            Console.WriteLine("""
                dotnet run -c Release --project tests/Benchmarks [COMMAND]

                Measures the goals of docs/performance.md. Ends with 1 when a figure is beyond its limit.

                  (none)        reads the 35-page sample beside `pdftotext -layout`, in this process and in new
                                ones, and files of 10 and 100 times the rows
                  http          the app over HTTP, beside an empty function on the same worker and host
                  start         from the start of the worker to the first answer, beside an empty function
                  backfill      520 reports into an empty ledger, beside the same requests to storage sent raw
                  first-read    the first read in a new process, beside a process that prints a line
                  ten-years     publishes 520 weeks, and counts the storage requests of each API request
                  allocations   which types a warm read of the 35-page sample allocates
                  --help        shows this help
                """);
            return 0;
        }

        if (args is [BackfillRate.Argument]) return Tell(await BackfillRate.Run());
        if (args is [BesideThreeWeeks.Argument]) return Tell(await BesideThreeWeeks.Run());
        if (args is [WorkerStart.Argument]) return Tell(await WorkerStart.Run());
        if (args is [OverHttp.Argument]) return Tell(await OverHttp.Run());

        var sample = Path.Combine(Repository.Samples, "ddor2017_01-28to02-03.pdf");
        if (args is [FirstRead.Argument]) return Tell(FirstRead.Run(sample));
        if (args is [Allocations.Argument]) return Tell(Allocations.Run(sample));
        if (args.Length > 0)
        {
            Console.Error.WriteLine($"Unknown command {args[0]}. See --help.");
            return 2;
        }

        bool[] holds = [BesidePdfToText.Run(sample), FirstRead.Run(sample), Growth.Run("PDF", GeneratedFiles.Pdf), Growth.Run("JSON", GeneratedFiles.Json)];
        return Tell(holds.All(figure => figure));
    }

    private static int Tell(bool holds)
    {
        Console.WriteLine(holds ? "All figures are within their limits." : "A figure is beyond its limit.");
        return holds ? 0 : 1;
    }
}
