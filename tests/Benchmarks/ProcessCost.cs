using System.Diagnostics;
using System.Globalization;

namespace DetainerLedger.Benchmarks;

/// <summary>
/// What a process took from its start to its end. On a machine that others share, the processor time varies less than the time.
/// </summary>
/// <param name="Processor">To ten milliseconds.</param>
internal sealed record ProcessCost(TimeSpan Time, TimeSpan Processor)
{
    private const double TicksPerSecond = 100;

    /// <summary>Runs a program with the app's setting of profile-guided optimization: none.</summary>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static ProcessCost Of(string program, params string[] arguments)
    {
        var (begun, before) = (Stopwatch.GetTimestamp(), OfChildren());
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, Environment = { ["DOTNET_TieredPGO"] = "0" } };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = Stopwatch.GetElapsedTime(begun);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}.");
        return new ProcessCost(time, OfChildren() - before);
    }

    // Of those that have ended.
    private static TimeSpan OfChildren() => Sum(File.ReadAllText("/proc/self/stat"), 13);

    /// <summary>The processor time of a process that runs, in user and in kernel mode.</summary>
    public static TimeSpan OfRunning(int id) => Sum(File.ReadAllText($"/proc/{id}/stat"), 11);

    // The name is in parentheses and may contain blanks; the fields that follow begin with the state.
    private static TimeSpan Sum(string stat, int first)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = fields.Skip(first).Take(2).Sum(field => long.Parse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
