using DetainerLedger.Storage;
using DetainerLedger.Storage.Tests;
using OneMachine;

namespace DetainerLedger.Benchmarks.TenYears;

/// <summary>A ledger of ten years beside one of three weeks: what their readers cost.</summary>
internal static class BesideThreeWeeks
{
    public const string Argument = "ten-years";
    private const int Listed = 150;
    private const int DeclinesOfAWeek = 192;

    // A page has 60 KB with its style sheet and script.
    private const int MostBytes = 50 * 1024;
    private const string Sitemap = "/sitemap.xml";

    /// <summary>Out of the repository; <c>eng/run --data</c> takes it.</summary>
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "ten-years");

    public static async Task<bool> Run()
    {
        await using var azurite = await Azurite.Start(Path.Combine(Folder, "azurite"));
        var threeWeeks = new MadeUpLedger(azurite.ConnectionString, "ThreeWeeks");
        var tenYears = new MadeUpLedger(azurite.ConnectionString, new LedgerStorageOptions().TablePrefix);
        await threeWeeks.Publish(new LongLedger(3, 3 * DeclinesOfAWeek, Listed));
        Console.WriteLine($"Publishing ten years into {Folder} …");
        await tenYears.Publish(new LongLedger(520, 100_000, Listed));

        var (few, many) = (await threeWeeks.Costs(), await tenYears.Costs());
        Console.WriteLine("Requests to storage, cold                          three weeks   ten years");
        foreach (var (path, cost) in few) Console.WriteLine($"  {path,-48} {cost,11} {many[path],11}");
        var (fewPages, manyPages) = (await threeWeeks.Pages(), await tenYears.Pages());
        Console.WriteLine("Pages: requests, bytes, bytes compressed             three weeks              ten years");
        foreach (var (path, cost) in fewPages) Console.WriteLine($"  {path,-48} {Text(cost),20} {Text(manyPages[path]),22}");
        return few.All(cost => many[cost.Key] == cost.Value)
            && fewPages.All(page => manyPages[page.Key].Requests == page.Value.Requests && (page.Key == Sitemap || manyPages[page.Key].Compressed <= MostBytes));
    }

    private static string Text((int Requests, int Bytes, int Compressed) page) => $"{page.Requests} {page.Bytes:N0} {page.Compressed:N0}";
}
