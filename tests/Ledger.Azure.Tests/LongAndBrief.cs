namespace DetainerLedger.Storage.Tests;

/// <summary>A ledger of ten years and one of three weeks, with few rows a week, for all tests that compare what reading them costs.</summary>
public sealed class LongAndBrief(Storage storage) : IAsyncLifetime
{
    public string OfThreeWeeks { get; private set; } = "";

    public string OfTenYears { get; private set; } = "";

    public async ValueTask InitializeAsync() => (OfThreeWeeks, OfTenYears) = (await Publish(weeks: 3), await Publish(weeks: 520));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> Publish(int weeks)
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name);
        await Parallel.ForEachAsync(
            new LongLedger(weeks, declines: 2 * weeks, listed: 2).Editions(), async (edition, stop) => await ledger.Publish(edition, stop));
        return name;
    }
}
