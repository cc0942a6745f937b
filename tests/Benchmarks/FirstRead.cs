namespace DetainerLedger.Benchmarks;

/// <summary>
/// From the start of a new process until it has read its first file, beside a process that only prints a line: as built, and with
/// the compiled code of the published app.
/// </summary>
internal static class FirstRead
{
    public const string Argument = "first-read";
    public const string Hello = "hello";

    private const int Rounds = 11;
    private const double Goal = 2;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1.5);

    public static bool Run(string sample)
    {
        var built = Compare("as built", Path.Combine(AppContext.BaseDirectory, "Benchmarks"), sample);
        if (!PublishedCode.Exists)
        {
            Console.WriteLine($"  as published: not measured, because {PublishedCode.Folder} doesn't exist (eng/publish)");
            return built;
        }

        using var published = PublishedCode.For("Benchmarks");
        return Compare("as published", Path.Combine(published.Path, "Benchmarks"), sample) && built;
    }

    private static bool Compare(string name, string program, string sample)
    {
        var (hello, read) = (new List<ProcessCost>(), new List<ProcessCost>());
        for (var round = 0; round < Rounds; round++)
        {
            hello.Add(ProcessCost.Of(program, Hello));
            read.Add(ProcessCost.Of(program, Argument, sample));
        }

        Console.WriteLine($"The first read of 35 pages in a new process, start and end included, {name}: medians of {Rounds} rounds in turn");
        var slowest = read.Max(each => each.Time);
        Print("read", read);
        Print("prints a line", hello);
        var time = hello.Zip(read, (first, second) => second.Time / first.Time).Order().ElementAt(Rounds / 2);
        var processor = read.Sum(each => each.Processor.TotalSeconds) / hello.Sum(each => each.Processor.TotalSeconds);
        Console.WriteLine($"  times as long  {time,7:N2}      processor time {processor,5:N1} times   goal: {Goal:N0}, {(time <= Goal ? "reached" : "missed")}");
        Console.WriteLine($"  slowest        {slowest.TotalMilliseconds,7:N0} ms   at most {Most.TotalMilliseconds:N0} ms");
        return slowest <= Most;
    }

    private static void Print(string name, List<ProcessCost> costs)
    {
        var (time, processor) = (Measure.Median(costs.Select(each => each.Time)), costs.Average(each => each.Processor.TotalMilliseconds));
        Console.WriteLine($"  {name,-14} {time.TotalMilliseconds,7:N0} ms   processor time {processor,5:N0} ms");
    }
}
