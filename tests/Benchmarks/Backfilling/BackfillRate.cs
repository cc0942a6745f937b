using DetainerLedger.Storage.Tests;

namespace DetainerLedger.Benchmarks.Backfilling;

/// <summary>
/// Ten years of weekly reports, taken in by an empty ledger as a backfill does it, beside the same requests sent raw to another empty
/// emulator: report by report, in turn.
/// </summary>
internal static class BackfillRate
{
    public const string Argument = "backfill";

    private const int Weeks = 520;
    private const int Declines = 100_000;
    private const int Listed = 150;
    private const int WarmUp = 26;
    private const int Parts = 20;
    private const double LeastRate = 0.7;

    // Of the largest heap in use in any quarter to that of the first.
    private const double MostGrowth = 1.25;

    public static async Task<bool> Run()
    {
        await using (var warm = await LedgerAndReplay.Start())
        {
            foreach (var edition in new LongLedger(WarmUp, Declines * WarmUp / Weeks, Listed).Editions())
                await warm.TakeIn(BackfilledLedger.File(edition));
        }


        await using var pair = await LedgerAndReplay.Start();
        var (rounds, heaps) = (new List<BackfillRound>(), new List<double>());
        Console.WriteLine($"{Weeks} weekly reports into an empty ledger, and their requests raw into another emulator, in turn");
        foreach (var part in new LongLedger(Weeks, Declines, Listed).Editions().Chunk(Weeks / Parts))
        {
            foreach (var edition in part) rounds.Add(await pair.TakeIn(BackfilledLedger.File(edition)));
            heaps.Add(GC.GetTotalMemory(forceFullCollection: true) / 1048576.0);
            var rateOfPart = Rate(rounds[^part.Length..]);
            Console.WriteLine($"  {rounds.Count,3} reports   rate to raw {rateOfPart,5:N2}   heap in use {heaps[^1]:N1} MiB");
        }

        var rate = Rate(rounds);
        var quarters = heaps.Chunk(Parts / 4).Select(quarter => quarter.Max()).ToList();
        Print(rounds, rate);
        var printed = string.Join(", ", quarters.Select(heap => $"{heap:N1}"));
        Console.WriteLine($"  heap in use in the quarters of the run, MiB: {printed}   at most {MostGrowth:N2} times the first");
        return rate >= LeastRate && quarters.All(heap => heap <= MostGrowth * quarters[0]);
    }

    private static double Rate(List<BackfillRound> rounds) =>
        rounds.Sum(round => round.Raw.TotalSeconds) / rounds.Sum(round => round.Own.TotalSeconds);

    private static void Print(List<BackfillRound> rounds, double rate)
    {
        var (own, raw) = (rounds.Sum(round => round.Own.TotalSeconds), rounds.Sum(round => round.Raw.TotalSeconds));
        var ratios = rounds.Select(round => round.Raw / round.Own).Order().ToList();
        Line("the ledger", own, round => round.OwnProcessor);
        Line("raw requests", raw, round => round.RawProcessor);
        Console.WriteLine($"  rate to raw    {rate,7:N2}   single reports: median {ratios[ratios.Count / 2]:N2}   at least {LeastRate:N1}");
        Console.WriteLine($"  {rounds.Sum(round => round.Kinds.Values.Sum()) / (double)Weeks:N1} requests a report:");
        var kinds = rounds.SelectMany(round => round.Kinds).GroupBy(kind => kind.Key, kind => kind.Value);
        foreach (var kind in kinds.OrderByDescending(kind => kind.Sum()))
            Console.WriteLine($"    {kind.Sum() / (double)Weeks,6:N2}  {kind.Key}");

        void Line(string name, double seconds, Func<BackfillRound, TimeSpan> processor)
        {
            var each = rounds.Average(round => processor(round).TotalMilliseconds);
            Console.WriteLine($"  {name,-14} {seconds,7:N1} s   {Weeks / seconds,5:N1} reports/s   processor time {each:N1} ms a report");
        }
    }
}
