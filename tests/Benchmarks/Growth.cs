namespace DetainerLedger.Benchmarks;

/// <summary>Ten and a hundred times the rows: they must not cost more than ten and a hundred times as much.</summary>
internal static class Growth
{
    // What two runs of the same work differ by on a shared machine.
    private const double Noise = 1.15;
    private const int Rows = 150;

    public static bool Run(string format, Func<int, byte[]> print)
    {
        Console.WriteLine($"{format}: rows, time, and how many times that of the first");
        var holds = true;
        var first = TimeSpan.Zero;
        foreach (var (times, rounds) in new[] { (1, 40), (10, 10), (100, 3) })
        {
            var content = print(Rows * times);
            for (var round = 0; round < rounds; round++) Read(content, Rows * times);
            var median = Measure.Median([.. Enumerable.Range(0, rounds).Select(_ => Measure.Once(() => Read(content, Rows * times)))]);
            if (times == 1) first = median;
            var allocated = Measure.Allocated(() => Read(content, Rows * times));
            Console.WriteLine(
                $"  {Rows * times,6:N0} rows  {median.TotalMilliseconds,10:N1} ms  {median / first,7:N1} times   {allocated / 1048576.0,9:N1} MiB allocated   {content.Length / 1024.0,9:N0} KiB");
            holds &= median / first <= times * Noise;
        }

        return holds;
    }

    private static void Read(byte[] content, int rows)
    {
        if (Reader.Read(content) is var read && read != rows) throw new InvalidOperationException($"{rows} rows were printed and {read} were read.");
    }
}
