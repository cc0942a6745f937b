using System.Globalization;
using DetainerLedger.Watching.Tests;

namespace DetainerLedger.Storage.Tests.Faults.Watching;

/// <summary>
/// A fault at each request to storage of looks at sources: whatever is recorded has happened, and the next look completes it, with one
/// event for each change and each file dropped. See <see cref="FaultTests"/> for what is tried where.
/// </summary>
public sealed class WatchFaultTests(Storage storage, ITestOutputHelper output)
{
    private const int UsualTrials = 4;
    private const int UsualPairs = 1;

    // A lease that wasn't released has run out by then, and the source is looked at again before it is due.
    private static readonly TimeSpan NextRun = TimeSpan.FromMinutes(15);

    public static TheoryData<string> Operations => [.. FaultTrial.Selected(FaultyLook.All.Select(operation => operation.Name))];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Operations))]
    public async Task A_fault_at_any_request_of_a_look_loses_no_file_and_repeats_no_event(string name)
    {
        var operation = FaultyLook.All.Single(operation => operation.Name == name);
        await using var site = await TestSite.Start();
        var expected = await Reference(operation, site);
        var trials = FaultTrial.Of(expected.Requests, UsualTrials, UsualPairs).ToList();
        var (unseen, seen, survived, dropsTwice) = (0, 0, 0, 0);
        foreach (var (number, trial) in trials.Index())
        {
            await using var world = await WatchWorld.Create(storage, site, number + 1);
            await operation.Prepare(world);
            var injected = new InjectedFaults(trial.Faults);
            await using (var failing = world.Instance(injected, trial.Retries))
            {
                if (await FaultTrial.Record(() => operation.Run(world, failing)) is null) survived++;
            }

            Assert.True(injected.Injected > 0, $"{name}, {trial}: no fault was injected.");
            if (OrderedState.IsAfter(await operation.State(world), expected.Before, expected.After, $"{name}, {trial}")) seen++;
            else unseen++;

            // Another instance looks, at the next run of the timer that can.
            world.Time.Advance(NextRun);
            await using (var next = world.Instance()) await operation.Run(world, next);
            Assert.True(
                OrderedState.IsAfter(await operation.State(world), expected.Before, expected.After, $"{name}, {trial}, repeated"), $"{name}, {trial}: it isn't completed.");
            var drops = await world.Drops(operation.Address(world));
            Assert.InRange(drops.Count - drops.Distinct().Count(), 0, 1);
            dropsTwice += drops.Count - drops.Distinct().Count();
            Assert.Equal(expected.Ingested, await world.Ingest(operation.Address(world)));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {expected.Requests} requests, {trials.Count} trials, seed {FaultTrial.Seed}: as before {unseen}, as after {seen}; {survived} without a failure; {dropsTwice} files dropped twice"));
    }

    private async Task<Expected> Reference(FaultyLook operation, TestSite site)
    {
        await using var world = await WatchWorld.Create(storage, site, 0);
        await operation.Prepare(world);
        var before = await operation.State(world);
        var counting = new InjectedFaults(new Dictionary<int, Fault>());
        await using (var counted = world.Instance(counting)) await operation.Run(world, counted);
        return new Expected(before, await operation.State(world), await world.Ingest(operation.Address(world)), counting.Sent);
    }

    private sealed record Expected(string[] Before, string[] After, string Ingested, int Requests);
}
