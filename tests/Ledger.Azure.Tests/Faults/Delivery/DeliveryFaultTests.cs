using System.Globalization;

namespace DetainerLedger.Storage.Tests.Faults.Delivery;

/// <summary>
/// A fault at each request to storage of dispatches, tries, sweeps and subscriptions: each of them is as before or as after, nothing is lost,
/// nothing is sent after a recorded success, and a try is repeated at most once. See <see cref="FaultTests"/> for what is tried where.
/// </summary>
public sealed class DeliveryFaultTests(Storage storage, ITestOutputHelper output)
{
    private const int UsualTrials = 4;
    private const int UsualPairs = 1;

    public static TheoryData<string> Operations => [.. FaultTrial.Selected(FaultyDelivery.All.Select(operation => operation.Name))];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Operations))]
    public async Task A_fault_at_any_request_loses_no_event_and_repeats_no_recorded_success(string name)
    {
        var operation = FaultyDelivery.All.Single(operation => operation.Name == name);
        await using var world = await DeliveryWorld.Create(storage);
        var expected = await Reference(operation, world);
        var trials = FaultTrial.Of(expected.Requests, UsualTrials, UsualPairs).ToList();
        var (unseen, seen, survived) = (0, 0, 0);
        foreach (var trial in trials)
        {
            var subject = await operation.Prepare(world);
            var injected = new InjectedFaults(trial.Faults);
            await using (var failing = world.Instance(injected, trial.Retries))
            {
                if (await FaultTrial.Record(() => subject.Run(failing)) is null) survived++;
            }

            Assert.True(injected.Injected > 0, $"{name}, {trial}: no fault was injected.");
            if (OrderedState.IsAfter(await subject.State(), expected.Before, expected.After, $"{name}, {trial}")) seen++;
            else unseen++;

            // Another instance repeats it, and the regular sweeps find the rest.
            await (subject.Repeat ?? subject.Run)(world.Healthy);
            subject.Repair();
            await world.Settle();
            Assert.True(await subject.Final() is var end && end == expected.Final, $"{name}, {trial}: in the end: {end}, not {expected.Final}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {expected.Requests} requests, {trials.Count} trials, seed {FaultTrial.Seed}: as before {unseen}, as after {seen}; {survived} without a failure"));
    }

    private static async Task<Expected> Reference(FaultyDelivery operation, DeliveryWorld world)
    {
        var subject = await operation.Prepare(world);
        var before = await subject.State();
        var counting = new InjectedFaults(new Dictionary<int, Fault>());
        await using (var counted = world.Instance(counting)) await subject.Run(counted);
        var after = await subject.State();
        subject.Repair();
        await world.Settle();
        return new Expected(before, after, await subject.Final(), counting.Sent);
    }

    private sealed record Expected(string[] Before, string[] After, string Final, int Requests);
}
