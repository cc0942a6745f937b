using System.Diagnostics;

namespace DetainerLedger.Benchmarks;

/// <summary>From the start of a new process until it has read its first file.</summary>
internal static class FirstRead
{
    public const string Argument = "first-read";
    private const int Rounds = 7;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1.5);

    public static bool Run(string sample)
    {
        var times = Enumerable.Range(0, Rounds).Select(_ => Measure.Once(() => InNewProcess(sample))).ToList();
        Console.WriteLine($"The first read in a new process, start and end included, median and slowest of {Rounds}");
        Console.WriteLine($"  35 pages                   {Measure.Median(times).TotalMilliseconds,8:N0} ms   {times.Max().TotalMilliseconds:N0} ms      at most {Most.TotalMilliseconds:N0}");
        return times.Max() <= Most;
    }

    private static void InNewProcess(string sample)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Argument, sample]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException("The first read failed.");
    }
}
