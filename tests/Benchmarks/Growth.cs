using System.Diagnostics;

namespace DetainerLedger.Benchmarks;

/// <summary>
/// Ten and a hundred times the rows must not cost more than ten and a hundred times as much. The same number of rows is read
/// in a hundred files, in ten and in one, in turn; counted are the bytes allocated, which are the same on any machine, and the
/// time of the processor, which others on the machine don't take, but which grows where a file outgrows the processor's caches.
/// </summary>
internal static class Growth
{
    private const double MoreBytes = 1.02;
    private const double MoreTime = 1.5;
    private const int Rows = 300;
    private const int Most = 100;
    private const int Rounds = 5;

    public static bool Run(string format, Func<int, byte[]> print)
    {
        var sizes = new[] { 1, 10, Most }.Select(times => (Times: times, Content: print(Rows * times), Spent: new List<TimeSpan>())).ToList();
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var size in sizes)
            {
                var spent = Processor(() => ReadAll(size.Content, size.Times));
                // The first round warms up.
                if (round >= 0) size.Spent.Add(spent);
            }
        }

        Console.WriteLine($"{format}: processor time of one file, medians of {Rounds} rounds, and how many times that of the first");
        var first = Measure.Median(sizes[0].Spent) / Most;
        double? firstAllocated = null;
        var holds = true;
        foreach (var (times, content, spent) in sizes)
        {
            var one = Measure.Median(spent) / (Most / times);
            var allocated = Measure.Allocated(() => Read(content, times));
            Console.WriteLine(
                $"  {Rows * times,6:N0} rows  {one.TotalMilliseconds,10:N1} ms  {one / first,7:N1} times   {allocated / 1048576.0,9:N1} MiB allocated   {content.Length / 1024.0,9:N0} KiB");
            firstAllocated ??= allocated;
            holds &= one / first <= times * MoreTime && allocated <= firstAllocated * times * MoreBytes;
        }

        return holds;
    }

    private static void ReadAll(byte[] content, int times)
    {
        for (var file = 0; file < Most / times; file++) Read(content, times);
    }

    private static void Read(byte[] content, int times)
    {
        if (Reader.Read(content) is var read && read != Rows * times) throw new InvalidOperationException($"{Rows * times} rows were printed and {read} were read.");
    }

    private static TimeSpan Processor(Action work)
    {
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        process.Refresh();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }
}
