using System.Diagnostics.Tracing;

namespace DetainerLedger.Benchmarks;

/// <summary>Which types a warm read of 35 pages allocates: a sample of one object in each 100 KiB.</summary>
internal static class Allocations
{
    public const string Argument = "allocations";

    private const int Warming = 10;
    private const int Rounds = 40;
    private const int Shown = 25;

    public static bool Run(string sample)
    {
        var content = File.ReadAllBytes(sample);
        for (var round = 0; round < Warming; round++) Reader.Read(content);
        var allocated = Measure.Allocated(() => Reader.Read(content));
        using var ticks = new Ticks();
        for (var round = 0; round < Rounds; round++) Reader.Read(content);
        var types = ticks.Types.OrderByDescending(type => type.Value).ToList();
        var all = types.Sum(type => type.Value);
        Console.WriteLine($"{allocated / 1048576.0:N1} MiB allocated by a warm read of 35 pages");
        foreach (var (type, count) in types.Take(Shown)) Console.WriteLine($"  {100.0 * count / all,5:N1} %  {allocated / 1048576.0 * count / all,6:N1} MiB  {type}");
        return true;
    }

    private sealed class Ticks : EventListener
    {
        private const EventKeywords Gc = (EventKeywords)0x1;
        private const string Sampled = "GCAllocationTick";

        public Dictionary<string, long> Types { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, Gc);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName?.StartsWith(Sampled, StringComparison.Ordinal) != true) return;
            var type = (string)eventData.Payload![eventData.PayloadNames!.IndexOf("TypeName")]!;
            lock (Types) Types[type] = Types.GetValueOrDefault(type) + 1;
        }
    }
}
