using System.Diagnostics;
using System.Globalization;
using DetainerLedger.Parsing;
using OneMachine;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Each bomb is read in a process of its own: what ends it, or fills its memory, is seen from outside.</summary>
public sealed class BombTests
{
    private const int MostMebibytes = 256;

    private static readonly string Program = Path.Combine(Repository.Root, "artifacts", "bin", "Benchmarks",
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Benchmarks.dll");

    [Theory]
    [MemberData(nameof(Bombs.All), MemberType = typeof(Bombs))]
    public void A_bomb_is_refused_in_little_memory(string bomb, string code)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, Bombs.Make(bomb));
            var (outcome, mebibytes) = Read(file);
            Assert.Equal(code, outcome);
            Assert.InRange(mebibytes, 0, MostMebibytes);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_time_holds_within_a_page()
    {
        var start = Stopwatch.GetTimestamp();
        var refusal = Samples.ReadRefusal(Bombs.Make("forms that draw ten forms each"), new ReadingLimits { PageOperations = int.MaxValue, Time = TimeSpan.FromSeconds(1) });

        Assert.Equal(RefusalCodes.TooLarge, refusal.Code);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0.9, 20);
    }

    private static (string Outcome, int Mebibytes) Read(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "peak", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var failed = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "The reader hangs.");
        Assert.True(process.ExitCode == 0, string.Concat(failed.Result.Take(400)));
        var words = said.Result.Split('\n')[0].Split(' ');
        return (words[0], int.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
